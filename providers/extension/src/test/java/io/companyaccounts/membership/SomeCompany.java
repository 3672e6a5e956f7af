// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import io.companyaccounts.activity.ActivityActor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Permissions, roles and people of a company, as the tests of the rules need them. */
final class SomeCompany {

  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

  static final BooleanSupplier SOMEBODY_ELSE_MANAGES = () -> true;
  static final BooleanSupplier NOBODY_ELSE_MANAGES = () -> false;
  static final BooleanSupplier MUST_NOT_BE_ASKED =
      () -> {
        throw new AssertionError("asked although it does not matter");
      };

  static final Permission QUOTE_VIEW = shop("quote.view");
  static final Permission ORDER_REQUEST = shop("order.request");
  static final Permission ORDER_PLACE = shop("order.place");
  static final Permission ORDER_RELEASE = shop("order.release");

  /** What the vendor lets companies limit. */
  static final Set<Permission> LIMITED = Set.of(ORDER_PLACE, ORDER_RELEASE);

  /** Only the auditor has it, a role that company admins may not give. */
  static final Permission AUDIT = shop("audit");

  /** Assignable, but in no predefined role. */
  static final Permission GIFT = shop("gift");

  /** In predefined roles, but not to be put into custom ones. */
  static final Permission DISCOUNT = shop("discount");

  static final PermissionCatalog PERMISSIONS =
      new PermissionCatalog(
          List.of(
              entry(QUOTE_VIEW, true),
              entry(ORDER_REQUEST, true, QUOTE_VIEW),
              entry(ORDER_PLACE, true, ORDER_REQUEST),
              entry(ORDER_RELEASE, true, ORDER_PLACE),
              entry(AUDIT, true),
              entry(GIFT, true),
              entry(DISCOUNT, false),
              entry(Permission.MEMBERS_VIEW, true),
              entry(Permission.MEMBERS_MANAGE, true, Permission.MEMBERS_VIEW),
              entry(Permission.ROLES_ASSIGN, true),
              entry(Permission.ROLES_DEFINE, true)));

  static final CompanyRole DIRECTOR =
      predefined(
          "director",
          100,
          ORDER_RELEASE,
          DISCOUNT,
          Permission.MEMBERS_MANAGE,
          Permission.ROLES_ASSIGN,
          Permission.ROLES_DEFINE);
  static final CompanyRole ADMINISTRATOR =
      predefined(
          "administrator",
          90,
          QUOTE_VIEW,
          Permission.MEMBERS_MANAGE,
          Permission.ROLES_ASSIGN,
          Permission.ROLES_DEFINE);
  static final CompanyRole AUDITOR =
      new CompanyRole(
          "id-auditor",
          CompanyRole.Kind.PREDEFINED,
          "auditor",
          Map.of(),
          null,
          70,
          false,
          false,
          Set.of(AUDIT),
          Set.of(AUDIT),
          0);
  static final CompanyRole TEAM_LEAD =
      predefined("team-lead", 60, QUOTE_VIEW, Permission.ROLES_ASSIGN);
  static final CompanyRole PURCHASER =
      new CompanyRole(
          "id-purchaser",
          CompanyRole.Kind.PREDEFINED,
          "purchaser",
          Map.of("de", "Einkauf"),
          null,
          50,
          true,
          false,
          false,
          Set.of(ORDER_RELEASE),
          PERMISSIONS.expand(Set.of(ORDER_RELEASE)),
          LIMITED,
          0);
  static final CompanyRole OPERATOR = predefined("operator", 20, ORDER_REQUEST);
  static final CompanyRole TECHNICIAN = byDefault("technician", 10, QUOTE_VIEW);
  static final CompanyRole WEEKEND = custom("weekend", 20, ORDER_REQUEST);

  /** A custom role that manages people. */
  static final CompanyRole FOREMAN =
      custom("foreman", 90, Permission.MEMBERS_MANAGE, Permission.ROLES_ASSIGN);

  static final RoleCatalog ROLES =
      catalog(
          DIRECTOR,
          ADMINISTRATOR,
          AUDITOR,
          TEAM_LEAD,
          PURCHASER,
          OPERATOR,
          TECHNICIAN,
          WEEKEND,
          FOREMAN);

  private SomeCompany() {}

  static Permission shop(String name) {
    return new Permission("shop", name);
  }

  static PermissionCatalog.Entry entry(
      Permission permission, boolean assignable, Permission... includes) {
    return new PermissionCatalog.Entry(
        permission,
        "id-" + permission.name(),
        permission.clientId(),
        null,
        null,
        assignable,
        Set.of(includes));
  }

  static RoleCatalog catalog(CompanyRole... roles) {
    return new RoleCatalog(List.of(roles));
  }

  static CompanyRole predefined(String name, int rank, Permission... granted) {
    return role(CompanyRole.Kind.PREDEFINED, name, rank, false, granted);
  }

  static CompanyRole byDefault(String name, int rank, Permission... granted) {
    return role(CompanyRole.Kind.PREDEFINED, name, rank, true, granted);
  }

  static CompanyRole custom(String name, int rank, Permission... granted) {
    return role(CompanyRole.Kind.CUSTOM, name, rank, false, granted);
  }

  private static CompanyRole role(
      CompanyRole.Kind kind, String name, int rank, boolean byDefault, Permission... granted) {
    return new CompanyRole(
        "id-" + name,
        kind,
        name,
        Map.of(),
        null,
        rank,
        true,
        byDefault,
        false,
        Set.of(granted),
        PERMISSIONS.expand(Set.of(granted)),
        limited(PERMISSIONS.expand(Set.of(granted))),
        0);
  }

  static Set<Permission> limited(Set<Permission> permissions) {
    Set<Permission> limited = new HashSet<>(LIMITED);
    limited.retainAll(permissions);
    return limited;
  }

  static List<RoleAssignment> lasting(CompanyRole... roles) {
    return Arrays.stream(roles).map(role -> RoleAssignment.lasting(role.id())).toList();
  }

  static RoleAssignment until(CompanyRole role, Instant until) {
    return new RoleAssignment(role.id(), null, until);
  }

  static RoleAssignment from(CompanyRole role, Instant from) {
    return new RoleAssignment(role.id(), from, null);
  }

  static RoleAssignment upTo(CompanyRole role, long limit) {
    return RoleAssignment.lasting(role.id()).upTo(limit);
  }

  static List<RoleAssignment> and(List<RoleAssignment> these, RoleAssignment... others) {
    List<RoleAssignment> all = new ArrayList<>(these);
    all.addAll(List.of(others));
    return all;
  }

  static Standing member(String userId, CompanyRole... roles) {
    return member(userId, lasting(roles));
  }

  static Standing member(String userId, List<RoleAssignment> assignments) {
    return standing(userId, MemberState.ACTIVE, false, assignments);
  }

  static Standing blocked(String userId, CompanyRole... roles) {
    return standing(userId, MemberState.BLOCKED, false, lasting(roles));
  }

  static Standing owner(String userId, CompanyRole... roles) {
    return standing(userId, MemberState.ACTIVE, true, lasting(roles));
  }

  private static Standing standing(
      String userId, MemberState state, boolean owner, List<RoleAssignment> assignments) {
    return Standing.of("acme", userId, state, owner, assignments, 1, ROLES, NOW);
  }

  static Actor actor(Standing standing) {
    return Actor.member(standing, ActivityActor.system());
  }

  static Actor actor(CompanyRole... roles) {
    int rank = Arrays.stream(roles).mapToInt(CompanyRole::rank).max().orElse(0);
    return actor(
        new Standing(
            "acme",
            "boss",
            MemberState.ACTIVE,
            false,
            lasting(roles),
            List.of(roles),
            Limits.NONE,
            rank,
            AddressNotes.NONE,
            1));
  }

  static Actor theOwner() {
    return actor(owner("olga"));
  }

  static Actor realmAdmin() {
    return Actor.realmAdmin(ActivityActor.system());
  }
}
