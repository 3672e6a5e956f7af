// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.MembershipRules.Holders;
import io.companyaccounts.membership.MembershipRules.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A company that keeps its people in memory and changes only what the rules allow. */
final class CompanyInMemory {

  /** What is stored about one person. */
  record Person(MemberState state, boolean owner, List<RoleAssignment> assignments) {}

  final PermissionCatalog permissions;
  final RankRule rankRule;
  private final List<CompanyRole> predefined;
  private final Map<String, CompanyRole> custom = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private int created;
  Instant now;

  CompanyInMemory(
      PermissionCatalog permissions, List<CompanyRole> predefined, RankRule rankRule, Instant now) {
    this.permissions = permissions;
    this.predefined = List.copyOf(predefined);
    this.rankRule = rankRule;
    this.now = now;
  }

  void join(String userId, boolean owner, List<RoleAssignment> assignments) {
    people.put(userId, new Person(MemberState.ACTIVE, owner, assignments));
  }

  RoleCatalog roles() {
    List<CompanyRole> all = new ArrayList<>(predefined);
    all.addAll(custom.values());
    return new RoleCatalog(all);
  }

  Standing standing(String userId) {
    return at(userId, now);
  }

  /** Where somebody would stand at a later moment if nothing else happened. */
  Standing at(String userId, Instant moment) {
    Person person = person(userId);
    return Standing.of(
        "acme", userId, person.state(), person.owner(), person.assignments(), 1, roles(), moment);
  }

  private Person person(String userId) {
    return Objects.requireNonNull(people.get(userId));
  }

  Actor actor(String userId) {
    return Actor.member(standing(userId), ActivityActor.system());
  }

  Outcome<?> changeRoles(String actorId, String userId, List<RoleAssignment> wanted) {
    return rules()
        .changeRoles(actor(actorId), standing(userId), wanted, anyManager(roles(), userId))
        .then(
            roles -> {
              assign(userId, roles);
              return Outcome.done(userId);
            });
  }

  Outcome<?> createRole(Actor actor, RoleDraft draft) {
    return rules().createRole(actor, draft).then(fit -> store("custom-" + created++, fit));
  }

  Outcome<?> changeRole(String actorId, String roleId, RoleDraft draft) {
    return role(roleId)
        .then(
            role ->
                rules().changeRole(actor(actorId), role, draft, anyManager(without(roleId), null)))
        .then(fit -> store(roleId, fit));
  }

  Outcome<?> deleteRole(String actorId, String roleId, @Nullable String moveTo) {
    List<Standing> holders =
        people.keySet().stream()
            .map(this::standing)
            .filter(
                member ->
                    member.assignments().stream().anyMatch(each -> each.roleId().equals(roleId)))
            .toList();
    return role(roleId)
        .then(
            role ->
                rules()
                    .deleteRole(
                        actor(actorId),
                        role,
                        new Holders(holders.size(), "", () -> holders),
                        moveTo,
                        anyManager(without(roleId), null)))
        .then(
            moves -> {
              for (Move move : moves) {
                assign(move.member().userId(), move.roles());
              }
              custom.remove(roleId);
              return Outcome.done(roleId);
            });
  }

  Outcome<?> block(String actorId, String userId) {
    return rules()
        .block(actor(actorId), standing(userId), anyManager(roles(), userId))
        .then(member -> state(userId, MemberState.BLOCKED));
  }

  Outcome<?> unblock(String actorId, String userId) {
    return rules()
        .unblock(actor(actorId), standing(userId))
        .then(member -> state(userId, MemberState.ACTIVE));
  }

  private MembershipRules rules() {
    return new MembershipRules(roles(), permissions, rankRule, now);
  }

  private Outcome<CompanyRole> role(String roleId) {
    return roles().byId(roleId).map(Outcome::done).orElse(Outcome.refused(Refusal.ROLE_UNKNOWN));
  }

  private Outcome<String> store(String roleId, RoleDraft draft) {
    custom.put(
        roleId,
        new CompanyRole(
            roleId,
            CompanyRole.Kind.CUSTOM,
            draft.name(),
            Map.of(),
            draft.description(),
            Optional.ofNullable(draft.rank()).orElseThrow(),
            true,
            false,
            false,
            draft.permissions(),
            permissions.expand(draft.permissions()),
            RandomCompanies.limited(permissions.expand(draft.permissions())),
            1));
    return Outcome.done(roleId);
  }

  private void assign(String userId, List<RoleAssignment> roles) {
    Person person = person(userId);
    people.put(userId, new Person(person.state(), person.owner(), List.copyOf(roles)));
  }

  private Outcome<String> state(String userId, MemberState state) {
    Person person = person(userId);
    people.put(userId, new Person(state, person.owner(), person.assignments()));
    return Outcome.done(userId);
  }

  private BooleanSupplier anyManager(RoleCatalog roles, @Nullable String exceptUser) {
    return () ->
        people.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(exceptUser))
            .map(Map.Entry::getValue)
            .filter(person -> person.state() == MemberState.ACTIVE)
            .anyMatch(
                person -> KeepAManager.manages(person.owner(), person.assignments(), roles, now));
  }

  /** The roles, one of which permits nothing. */
  private RoleCatalog without(String roleId) {
    Collection<CompanyRole> all = new ArrayList<>();
    for (CompanyRole role : roles().all()) {
      all.add(
          !role.id().equals(roleId)
              ? role
              : new CompanyRole(
                  role.id(),
                  role.kind(),
                  role.name(),
                  role.names(),
                  role.description(),
                  role.rank(),
                  role.assignable(),
                  role.byDefault(),
                  Set.of(),
                  Set.of(),
                  role.version()));
    }
    return new RoleCatalog(all);
  }
}
