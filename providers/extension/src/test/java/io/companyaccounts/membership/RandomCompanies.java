// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Draws companies of four people, and what these try to do. */
final class RandomCompanies {

  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  static final List<String> PEOPLE = List.of("p0", "p1", "p2", "p3");

  private static final int MOST_ROLES = 6;
  private static final List<Permission> PERMISSIONS =
      List.of(
          Permission.MEMBERS_MANAGE,
          Permission.ROLES_ASSIGN,
          Permission.ROLES_DEFINE,
          new Permission("shop", "a"),
          new Permission("shop", "b"),
          new Permission("shop", "c"));

  private static final Set<Permission> MANAGING =
      Set.of(Permission.MEMBERS_MANAGE, Permission.ROLES_ASSIGN, Permission.ROLES_DEFINE);

  /** What the vendor lets companies limit. */
  static final Set<Permission> LIMITED =
      Set.of(new Permission("shop", "a"), new Permission("shop", "b"));

  private RandomCompanies() {}

  static Set<Permission> limited(Set<Permission> permissions) {
    return permissions.stream().filter(LIMITED::contains).collect(Collectors.toSet());
  }

  /** What one person tries, some days after the attempt before. */
  record Attempt(
      int days, Kind kind, String actor, String member, List<RoleAssignment> roles, Draft draft) {

    enum Kind {
      GIVE,
      SET_ROLES,
      CREATE_ROLE,
      CHANGE_ROLE,
      DELETE_ROLE,
      BLOCK,
      UNBLOCK
    }

    Outcome<?> at(CompanyInMemory company) {
      String custom = "custom-" + (roles.size() % 2);
      return switch (kind) {
        case GIVE -> company.changeRoles(actor, member, more(company));
        case SET_ROLES -> company.changeRoles(actor, member, known(company));
        case CREATE_ROLE -> company.createRole(company.actor(actor), draft.toValue());
        case CHANGE_ROLE -> company.changeRole(actor, custom, draft.toValue());
        case DELETE_ROLE -> company.deleteRole(actor, custom, draft.moveTo());
        case BLOCK -> company.block(actor, member);
        case UNBLOCK -> company.unblock(actor, member);
      };
    }

    /** Roles that are there, with limits only where they mean something. */
    private List<RoleAssignment> known(CompanyInMemory company) {
      RoleCatalog catalog = company.roles();
      return roles.stream()
          .flatMap(
              each ->
                  catalog
                      .byId(each.roleId())
                      .map(role -> role.limited().isEmpty() ? each.upTo(null) : each)
                      .stream())
          .toList();
    }

    /** What is held, and what is given. */
    private List<RoleAssignment> more(CompanyInMemory company) {
      List<RoleAssignment> all = new ArrayList<>(company.standing(member).assignments());
      for (RoleAssignment given : known(company)) {
        all.removeIf(each -> each.roleId().equals(given.roleId()));
        all.add(given);
      }
      return all;
    }
  }

  /** A custom role that somebody wants, and the role that its holders shall get when it goes. */
  record Draft(int name, int rank, Set<Permission> permissions, int target) {

    RoleDraft toValue() {
      return new RoleDraft("own " + name, null, rank < 0 ? null : rank, permissions);
    }

    @Nullable String moveTo() {
      return target < 0 ? null : "role-" + target;
    }
  }

  static Arbitrary<List<Attempt>> attempts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Attempt.Kind.class),
            Arbitraries.of(PEOPLE),
            Arbitraries.of(PEOPLE),
            assignments(),
            drafts())
        .as(Attempt::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(15);
  }

  private static Arbitrary<Draft> drafts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(-4, 6),
            Arbitraries.of(PERMISSIONS).set().ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().between(-1, MOST_ROLES - 1))
        .as(Draft::new);
  }

  /** How a company is set up: the vendor's roles, two of its own, and who holds what. */
  record Setting(
      RankRule rankRule,
      int owner,
      PermissionCatalog permissions,
      List<CompanyRole> roles,
      List<Draft> ownRoles,
      List<List<RoleAssignment>> held) {

    CompanyInMemory company() {
      List<CompanyRole> predefined = new ArrayList<>();
      for (CompanyRole role : roles) {
        predefined.add(named(role, "role-" + predefined.size()));
      }
      CompanyInMemory company = new CompanyInMemory(permissions, predefined, rankRule, START);
      ownRoles.forEach(draft -> company.createRole(SomeCompany.realmAdmin(), draft.toValue()));
      for (int i = 0; i < PEOPLE.size(); i++) {
        company.join(PEOPLE.get(i), i == owner, existing(held.get(i), company.roles()));
      }
      return company;
    }

    /** The next custom role gets a name that was drawn here; a real id is held by nobody before. */
    private static List<RoleAssignment> existing(List<RoleAssignment> held, RoleCatalog roles) {
      return held.stream().filter(each -> roles.byId(each.roleId()).isPresent()).toList();
    }

    private static CompanyRole named(CompanyRole role, String id) {
      return new CompanyRole(
          id,
          role.kind(),
          id,
          role.names(),
          null,
          role.rank(),
          role.assignable(),
          role.byDefault(),
          role.external(),
          role.granted(),
          role.permissions(),
          role.limited(),
          0);
    }
  }

  static Arbitrary<Setting> settings() {
    return catalogs()
        .flatMap(
            permissions ->
                Combinators.combine(
                        Arbitraries.of(RankRule.class),
                        Arbitraries.integers().between(-1, PEOPLE.size() - 1),
                        Arbitraries.just(permissions),
                        predefined(permissions).list().ofMinSize(3).ofMaxSize(MOST_ROLES),
                        drafts().list().ofSize(2),
                        assignments().list().ofSize(PEOPLE.size()))
                    .as(Setting::new));
  }

  static Arbitrary<PermissionCatalog> catalogs() {
    Arbitrary<Set<Permission>> includes = Arbitraries.of(PERMISSIONS).set().ofMaxSize(2);
    Arbitrary<Boolean> assignable = Arbitraries.of(true, true, true, false);
    return Combinators.combine(
            includes.list().ofSize(PERMISSIONS.size()),
            assignable.list().ofSize(PERMISSIONS.size()))
        .as(
            (included, marked) -> {
              List<PermissionCatalog.Entry> entries = new ArrayList<>();
              for (int i = 0; i < PERMISSIONS.size(); i++) {
                entries.add(
                    SomeCompany.entry(
                        PERMISSIONS.get(i),
                        marked.get(i),
                        included.get(i).toArray(Permission[]::new)));
              }
              return new PermissionCatalog(entries);
            });
  }

  static Arbitrary<Set<Permission>> permissions() {
    return Arbitraries.of(PERMISSIONS).set();
  }

  private static Arbitrary<CompanyRole> predefined(PermissionCatalog permissions) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(true, true, true, false),
            Arbitraries.of(true, false, false),
            Arbitraries.oneOf(
                Arbitraries.just(MANAGING), Arbitraries.of(PERMISSIONS).set().ofMaxSize(3)))
        .as(
            (rank, assignable, byDefault, granted) ->
                new CompanyRole(
                    "",
                    CompanyRole.Kind.PREDEFINED,
                    "",
                    Map.of(),
                    null,
                    rank,
                    assignable,
                    byDefault,
                    false,
                    granted,
                    permissions.expand(granted),
                    limited(permissions.expand(granted)),
                    0));
  }

  /** Roles for good, for some days, from some day on, or of the past, some up to an amount. */
  private static Arbitrary<List<RoleAssignment>> assignments() {
    Arbitrary<String> roles =
        Arbitraries.integers()
            .between(0, MOST_ROLES + 1)
            .map(i -> i < MOST_ROLES ? "role-" + i : "custom-" + (i - MOST_ROLES));
    return Combinators.combine(
            roles,
            Arbitraries.integers().between(-8, 8),
            Arbitraries.integers().between(-5, 12),
            Arbitraries.of(0L, 10L, 20L).injectNull(0.4))
        .as(
            (role, begin, days, limit) ->
                new RoleAssignment(
                    role,
                    begin < -2 ? null : day(begin),
                    days < 1 ? null : day(begin + days),
                    limit))
        .list()
        .ofMaxSize(3)
        .uniqueElements(RoleAssignment::roleId);
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
