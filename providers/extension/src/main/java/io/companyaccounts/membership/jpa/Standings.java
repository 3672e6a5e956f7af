// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.Member.HeldRole;
import io.companyaccounts.membership.MemberAddress;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.membership.jpa.JpaMembers.Held;
import io.companyaccounts.membership.jpa.JpaMembers.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What is known of people and roles of one realm, read once per session. */
final class Standings {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final JpaMembers members;
  private final JpaCustomRoles customRoles;
  private final KeycloakRoles roles;
  private final NativeMembership membership;

  private final Map<String, JpaMembers.Read> readByUser = new HashMap<>();
  private final Map<String, List<OrganizationModel>> organizationsByUser = new HashMap<>();
  private final Map<String, RoleCatalog> catalogs = new HashMap<>();
  private @Nullable RoleCatalog predefined;
  private @Nullable PermissionCatalog permissions;

  Standings(
      KeycloakSession session,
      RealmModel realm,
      JpaMembers members,
      JpaCustomRoles customRoles,
      KeycloakRoles roles,
      NativeMembership membership) {
    this.session = session;
    this.realm = realm;
    this.members = members;
    this.customRoles = customRoles;
    this.roles = roles;
    this.membership = membership;
  }

  static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /** Forgets what was read, because it is about to change or has changed. */
  void forget() {
    readByUser.clear();
    organizationsByUser.clear();
    catalogs.clear();
  }

  RoleCatalog predefined() {
    if (predefined == null) {
      predefined = new RoleCatalog(roles.predefined());
    }
    return predefined;
  }

  RoleCatalog catalog(OrganizationModel organization) {
    return catalogs.computeIfAbsent(organization.getId(), id -> withCustom(customRoles.of(id)));
  }

  PermissionCatalog permissions() {
    if (permissions == null) {
      permissions = roles.permissions(customRoles.markedPermissionIds());
    }
    return permissions;
  }

  Optional<Standing> standing(OrganizationModel organization, String userId) {
    UserModel user = session.users().getUserById(realm, userId);
    if (user == null) {
      return Optional.empty();
    }
    Stored stored =
        stored(userId).stream()
            .filter(row -> row.orgId().equals(organization.getId()))
            .findFirst()
            .orElse(null);
    boolean blocked = stored != null && stored.state() == MemberState.BLOCKED;
    return blocked || membership.isMember(organization, user)
        ? Optional.of(standing(organization.getId(), userId, stored))
        : Optional.empty();
  }

  boolean isBlocked(OrganizationModel organization, String userId) {
    return stored(userId).stream()
        .anyMatch(
            row -> row.orgId().equals(organization.getId()) && row.state() == MemberState.BLOCKED);
  }

  List<Standing> standings(UserModel user) {
    Map<String, Stored> byOrg = new HashMap<>();
    stored(user.getId()).forEach(row -> byOrg.put(row.orgId(), row));
    List<Standing> found = new ArrayList<>();
    for (OrganizationModel organization : organizations(user)) {
      found.add(standing(organization.getId(), user.getId(), byOrg.remove(organization.getId())));
    }
    byOrg.values().stream()
        .filter(row -> row.state() == MemberState.BLOCKED)
        .forEach(row -> found.add(standing(row.orgId(), user.getId(), row)));
    return found;
  }

  /** Adds the roles to the lines of a list, in one statement. */
  List<Member> withRoles(OrganizationModel organization, List<JpaMemberList.Row> rows) {
    Map<String, Held> held =
        members.held(organization.getId(), rows.stream().map(row -> row.userId()).toList());
    Instant now = now();
    return rows.stream()
        .map(row -> member(row, held.getOrDefault(row.userId(), new Held()), now))
        .toList();
  }

  private Member member(JpaMemberList.Row row, Held held, Instant now) {
    RoleCatalog all = catalogOf(held);
    RoleCatalog catalog = row.notes().external() ? all.forExternals() : all;
    List<HeldRole> roles = new ArrayList<>();
    for (RoleAssignment assignment : held.assignments()) {
      catalog
          .byId(assignment.roleId())
          .ifPresent(
              role -> roles.add(new HeldRole(role, assignment, assignment.countsAt(now), false)));
    }
    if (roles.stream().noneMatch(HeldRole::counts)) {
      catalog
          .byDefault()
          .ifPresent(
              role -> roles.add(new HeldRole(role, RoleAssignment.lasting(role.id()), true, true)));
    }
    return new Member(
        row.userId(),
        row.username(),
        row.email(),
        row.firstName(),
        row.lastName(),
        row.phone(),
        row.enabled(),
        row.state(),
        row.owner(),
        row.notes(),
        roles,
        row.version());
  }

  List<OrganizationModel> organizations(UserModel user) {
    return organizationsByUser.computeIfAbsent(
        user.getId(), id -> membership.organizationsOf(user));
  }

  /** Blocked people who are native members all the same, as after an import, are left out. */
  List<MemberAddress> addresses(UserModel user) {
    List<OrganizationModel> organizations = organizations(user);
    if (organizations.isEmpty()) {
      return List.of();
    }
    JpaMembers.Read read = read(user.getId());
    Map<String, Stored> byOrg = new HashMap<>();
    read.stored().forEach(row -> byOrg.put(row.orgId(), row));
    List<MemberAddress> found = new ArrayList<>();
    for (OrganizationModel organization : organizations) {
      String orgId = organization.getId();
      @Nullable Stored row = byOrg.get(orgId);
      @Nullable String rule = read.emailRules().get(orgId);
      if (row == null) {
        found.add(new MemberAddress(orgId, false, AddressNotes.NONE, rule));
      } else if (row.state() == MemberState.ACTIVE) {
        found.add(new MemberAddress(orgId, row.owner(), row.notes(), rule));
      }
    }
    return found;
  }

  private List<Stored> stored(String userId) {
    return read(userId).stored();
  }

  private JpaMembers.Read read(String userId) {
    JpaMembers.Read known = readByUser.get(userId);
    if (known == null) {
      UserModel user = session.users().getUserById(realm, userId);
      List<String> orgIds =
          user == null
              ? List.of()
              : organizations(user).stream().map(OrganizationModel::getId).toList();
      known = members.of(userId, orgIds);
      readByUser.put(userId, known);
    }
    return known;
  }

  private Standing standing(String orgId, String userId, @Nullable Stored stored) {
    Held held = stored == null ? new Held() : stored.held();
    return Standing.of(
        orgId,
        userId,
        stored == null ? MemberState.ACTIVE : stored.state(),
        stored != null && stored.owner(),
        held.assignments(),
        stored == null ? AddressNotes.NONE : stored.notes(),
        stored == null ? 0 : stored.version(),
        catalogOf(held),
        now());
  }

  private RoleCatalog catalogOf(Held held) {
    return held.customRoles().isEmpty()
        ? predefined()
        : withCustom(held.customRoles().values().stream().map(customRoles::toValue).toList());
  }

  private RoleCatalog withCustom(List<CompanyRole> custom) {
    List<CompanyRole> all = new ArrayList<>(predefined().all());
    all.addAll(custom);
    return new RoleCatalog(all);
  }
}
