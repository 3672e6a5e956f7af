// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.JoinCheck;
import io.companyaccounts.membership.JoinObstacle;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.MembershipRules.Holders;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RankRule;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.RoleDraft;
import io.companyaccounts.membership.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.MembershipType;

/**
 * Changes one organization, under its lock: reads, lets the rule decide, stores, records. What is
 * refused has changed nothing.
 */
final class OrganizationChanges {

  private static final int NAMED_HOLDERS = 5;

  private final Store store;
  private final OrganizationModel organization;
  private final Trail trail;
  private final BlockedMarker marker;
  private final Actor actor;
  private final String orgId;
  private final Instant now;
  private final RoleCatalog catalog;
  private final MembershipRules rules;
  private final ManagersLeft managers;

  OrganizationChanges(
      Store store,
      OrganizationModel organization,
      Actor actor,
      Trail trail,
      BlockedMarker marker,
      RankRule rankRule) {
    this.store = store;
    this.organization = organization;
    this.trail = trail;
    this.marker = marker;
    this.orgId = organization.getId();
    this.now = Standings.now();
    store.members().lock(orgId);
    store.standings().forget();
    this.actor = asOfNow(actor);
    this.catalog = store.standings().catalog(organization);
    this.rules = new MembershipRules(catalog, store.standings().permissions(), rankRule, now);
    this.managers = new ManagersLeft(store, organization, catalog, now);
  }

  /** What a member may do is read again under the lock: it may have been taken away meanwhile. */
  private Actor asOfNow(Actor claimed) {
    if (!claimed.isMember()) {
      return claimed;
    }
    return store
        .standings()
        .standing(organization, claimed.userId())
        .map(standing -> Actor.member(standing, claimed.trace()))
        .orElseGet(() -> Actor.outsider(claimed.userId(), claimed.trace()));
  }

  Outcome<String> changeRoles(
      String userId, List<RoleAssignment> wanted, @Nullable Integer ifVersion) {
    return member(userId, ifVersion)
        .then(
            member ->
                rules
                    .changeRoles(actor, member, wanted, () -> managers.besides(userId))
                    .then(
                        roles -> {
                          if (!sameRoles(member.assignments(), roles)) {
                            storeRoles(member, roles);
                          }
                          return Outcome.done(userId);
                        }));
  }

  /** The server's own changes ask for nobody else, so they can be stored many at once. */
  Map<String, Outcome.Refused<Member>> changeRolesOfMany(
      Map<String, List<RoleAssignment>> rolesByUser) {
    ManyMembers many = new ManyMembers(store, orgId, catalog, now);
    Map<String, Outcome.Refused<Member>> refused = new LinkedHashMap<>();
    for (List<String> userIds : ManyMembers.atOnce(rolesByUser.keySet())) {
      Map<String, Standing> standings = many.standings(userIds);
      List<MembershipRules.Move> changes = new ArrayList<>();
      for (String userId : userIds) {
        Standing member = standings.get(userId);
        List<RoleAssignment> wanted = rolesByUser.getOrDefault(userId, List.of());
        Outcome<List<RoleAssignment>> outcome =
            member == null
                ? Outcome.refused(Refusal.MEMBER_UNKNOWN)
                : rules.changeRoles(actor, member, wanted, () -> true);
        if (outcome instanceof Outcome.Refused<List<RoleAssignment>> refusal) {
          refused.put(userId, new Outcome.Refused<>(refusal.reason(), refusal.details()));
        } else if (member != null && !sameRoles(member.assignments(), wanted)) {
          changes.add(new MembershipRules.Move(member, wanted));
        }
      }
      many.store(changes);
      changes.forEach(
          change ->
              trail.rolesChanged(
                  actor,
                  organization,
                  change.member().userId(),
                  change.member().assignments(),
                  change.roles(),
                  catalog));
    }
    return refused;
  }

  private void storeRoles(Standing member, List<RoleAssignment> roles) {
    store.members().touch(orgId, member.userId(), now);
    store.members().replaceAssignments(orgId, member.userId(), roles);
    trail.rolesChanged(actor, organization, member.userId(), member.assignments(), roles, catalog);
  }

  private static boolean sameRoles(List<RoleAssignment> these, List<RoleAssignment> those) {
    return Set.copyOf(these).equals(Set.copyOf(those));
  }

  Outcome<String> createRole(RoleDraft draft) {
    return rules
        .createRole(actor, draft)
        .then(
            fit -> {
              String id =
                  store
                      .customRoles()
                      .create(
                          orgId,
                          fit.name(),
                          fit.description(),
                          Objects.requireNonNull(fit.rank()),
                          ids(fit.permissions()))
                      .id;
              trail.role(actor, organization, ActivityKind.ROLE_CREATED, null, reread(id));
              return Outcome.done(id);
            });
  }

  Outcome<String> changeRole(String roleId, RoleDraft draft, @Nullable Integer ifVersion) {
    CompanyRole role = catalog.byId(roleId).orElse(null);
    if (role == null) {
      return Outcome.refused(Refusal.ROLE_UNKNOWN);
    }
    if (ifVersion != null && ifVersion != role.version()) {
      return stale(role.version());
    }
    return rules
        .changeRole(actor, role, draft, () -> managers.without(roleId))
        .then(
            fit -> {
              store
                  .customRoles()
                  .change(
                      roleId,
                      fit.name(),
                      fit.description(),
                      Objects.requireNonNull(fit.rank()),
                      ids(fit.permissions()));
              trail.role(actor, organization, ActivityKind.ROLE_CHANGED, role, reread(roleId));
              return Outcome.done(roleId);
            });
  }

  Outcome<CompanyRole> deleteRole(String roleId, @Nullable String moveTo) {
    CompanyRole role = catalog.byId(roleId).orElse(null);
    if (role == null) {
      return Outcome.refused(Refusal.ROLE_UNKNOWN);
    }
    List<RoleAssignmentEntity> holders =
        role.isCustom() ? store.customRoles().holders(roleId) : List.of();
    return rules
        .deleteRole(
            actor,
            role,
            new Holders(holders.size(), names(holders), () -> standings(holders)),
            moveTo,
            () -> managers.without(roleId))
        .then(
            moves -> {
              moves.forEach(move -> storeRoles(move.member(), move.roles()));
              store.members().removeAssignmentsOf(roleId);
              store.customRoles().delete(roleId);
              trail.roleDeleted(actor, organization, role, moves.size());
              return Outcome.done(role);
            });
  }

  private List<Standing> standings(List<RoleAssignmentEntity> holders) {
    return holders.stream()
        .flatMap(held -> store.standings().standing(organization, held.userId).stream())
        .toList();
  }

  private String names(List<RoleAssignmentEntity> holders) {
    List<String> ids = holders.stream().limit(NAMED_HOLDERS).map(held -> held.userId).toList();
    return store.list().byIds(orgId, ids).stream()
        .map(JpaMemberList.Row::displayName)
        .collect(Collectors.joining(", "));
  }

  Outcome<String> nameOwner(String userId) {
    return member(userId, null)
        .then(candidate -> rules.nameOwner(actor, candidate))
        .then(
            candidate -> {
              Optional<String> before = store.members().owner(orgId);
              if (before.filter(userId::equals).isEmpty()) {
                before.ifPresent(id -> store.members().touch(orgId, id, now));
                store.members().touch(orgId, userId, now);
                store.members().setOwner(orgId, userId);
                trail.owner(
                    actor, organization, ActivityKind.OWNER_NAMED, userId, before.orElse(null));
              }
              return Outcome.done(userId);
            });
  }

  Outcome<String> clearOwner() {
    String owner = store.members().owner(orgId).orElse(null);
    if (owner == null) {
      return Outcome.refused(Refusal.MEMBER_UNKNOWN);
    }
    return member(owner, null)
        .then(standing -> rules.clearOwner(actor, standing, () -> managers.besides(owner)))
        .then(
            standing -> {
              store.members().touch(orgId, owner, now);
              store.members().setOwner(orgId, null);
              trail.owner(actor, organization, ActivityKind.OWNER_CLEARED, owner, owner);
              return Outcome.done(owner);
            });
  }

  Outcome<String> makeExternal(String userId, List<RoleAssignment> wanted) {
    return member(userId, null)
        .then(
            member ->
                rules
                    .makeExternal(actor, member, wanted, () -> managers.besides(userId))
                    .then(
                        roles -> {
                          boolean news = !member.notes().external();
                          store.members().touch(orgId, userId, now).external = true;
                          if (!sameRoles(member.assignments(), roles)) {
                            storeRoles(member, roles);
                          }
                          if (news) {
                            trail.member(actor, organization, ActivityKind.MEMBER_EXTERNAL, userId);
                          }
                          return Outcome.done(userId);
                        }));
  }

  Outcome<String> makeOrdinary(String userId) {
    return member(userId, null)
        .then(member -> rules.makeOrdinary(actor, member))
        .then(
            member -> {
              if (member.notes().external()) {
                store.members().touch(orgId, userId, now).external = false;
                trail.member(actor, organization, ActivityKind.MEMBER_ORDINARY, userId);
              }
              return Outcome.done(userId);
            });
  }

  Outcome<String> block(String userId, @Nullable String reason) {
    return member(userId, null)
        .then(member -> rules.block(actor, member, () -> managers.besides(userId)))
        .then(
            member -> {
              UserModel user = user(userId);
              MemberEntity row = store.members().touch(orgId, userId, now);
              row.membershipType = store.membership().typeOf(organization, user).name();
              row.state = MemberState.BLOCKED;
              row.stateSince = now.toEpochMilli();
              row.blockReason = reason;
              store.membership().takeAway(organization, user);
              marker.update(user);
              trail.member(actor, organization, ActivityKind.MEMBER_BLOCKED, userId);
              return Outcome.done(userId);
            });
  }

  /** The native membership is not touched, since there is none. */
  Outcome<String> keepOut(String userId) {
    @Nullable UserModel user = store.session().users().getUserById(store.realm(), userId);
    if (user == null) {
      return Outcome.refused(Refusal.MEMBER_UNKNOWN);
    }
    if (store.standings().standing(organization, userId).isPresent()) {
      return block(userId, null);
    }
    return rules
        .keepOut(actor, userId)
        .then(
            outsider -> {
              MemberEntity row = store.members().touch(orgId, outsider, now);
              row.membershipType = MembershipType.UNMANAGED.name();
              row.state = MemberState.BLOCKED;
              row.stateSince = now.toEpochMilli();
              marker.update(user);
              trail.member(actor, organization, ActivityKind.MEMBER_BLOCKED, outsider);
              return Outcome.done(outsider);
            });
  }

  Outcome<String> unblock(String userId) {
    return member(userId, null)
        .then(member -> rules.unblock(actor, member))
        .then(
            member -> {
              if (store.seats().limit(organization) != null
                  && !store.seats().of(organization).leaves(1)) {
                return Outcome.refused(Refusal.NO_SEATS);
              }
              UserModel user = user(userId);
              Optional<JoinObstacle> obstacle = obstacle(user, member.notes().external());
              if (obstacle.isPresent()) {
                return new Outcome.Refused<>(obstacle.get().reason(), obstacle.get().details());
              }
              MemberEntity row = store.members().touch(orgId, userId, now);
              row.state = MemberState.ACTIVE;
              row.stateSince = now.toEpochMilli();
              row.blockReason = null;
              row.misfitSince = null;
              row.misfitUntil = null;
              MembershipType type =
                  MembershipType.MANAGED.name().equals(row.membershipType)
                      ? MembershipType.MANAGED
                      : MembershipType.UNMANAGED;
              store.membership().giveBack(organization, user, type);
              marker.update(user);
              trail.member(actor, organization, ActivityKind.MEMBER_UNBLOCKED, userId);
              return Outcome.done(userId);
            });
  }

  private Optional<JoinObstacle> obstacle(UserModel user, boolean external) {
    return store.session().getAllProviders(JoinCheck.class).stream()
        .flatMap(check -> check.obstacle(organization, user, external).stream())
        .findFirst();
  }

  private UserModel user(String userId) {
    return store.session().users().getUserById(store.realm(), userId);
  }

  private Outcome<Standing> member(String userId, @Nullable Integer ifVersion) {
    Standing standing = store.standings().standing(organization, userId).orElse(null);
    if (standing == null) {
      return Outcome.refused(Refusal.MEMBER_UNKNOWN);
    }
    return ifVersion != null && ifVersion != standing.version()
        ? stale(standing.version())
        : Outcome.done(standing);
  }

  private static <T> Outcome<T> stale(int version) {
    return Outcome.refused(Refusal.VERSION_CONFLICT, "version", Integer.toString(version));
  }

  private CompanyRole reread(String roleId) {
    store.standings().forget();
    return store.standings().catalog(organization).byId(roleId).orElseThrow();
  }

  private List<String> ids(Set<Permission> permissions) {
    return permissions.stream()
        .map(store.roles()::clientRole)
        .flatMap(Optional::stream)
        .map(RoleModel::getId)
        .toList();
  }
}
