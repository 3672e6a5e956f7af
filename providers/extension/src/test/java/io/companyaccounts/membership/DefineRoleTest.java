// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefineRoleTest {

  private static final Actor ADMIN = actor(ADMINISTRATOR);

  /** Has the permission to define roles, but a rank in the middle. */
  private static final Actor MIDDLE =
      actor(custom("middle", 50, Permission.ROLES_DEFINE, Permission.ROLES_ASSIGN));

  private static final DefineRole RULE = rule(ROLES, RankRule.UP_TO);

  private static DefineRole rule(RoleCatalog roles, RankRule rankRule) {
    return new DefineRole(roles, PERMISSIONS, rankRule);
  }

  private static RoleDraft draft(String name, Permission... permissions) {
    return new RoleDraft(name, null, null, Set.of(permissions));
  }

  private static RoleDraft ranked(@Nullable Integer rank, Permission... permissions) {
    return new RoleDraft("Night shift", null, rank, Set.of(permissions));
  }

  @Test
  void anAdministratorMakesARoleOfAssignablePermissions() {
    RoleDraft draft = new RoleDraft("Night shift", "After ten", 30, Set.of(ORDER_REQUEST));
    assertThat(RULE.create(ADMIN, draft)).isEqualTo(Outcome.done(draft));
  }

  @Test
  void whoMayNotDefineRolesIsRefused() {
    Outcome<RoleDraft> refused =
        Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:roles.define");
    assertThat(RULE.create(actor(TEAM_LEAD), draft("Night shift", QUOTE_VIEW))).isEqualTo(refused);
    assertThat(
            RULE.change(
                actor(TEAM_LEAD), WEEKEND, draft("Night shift", QUOTE_VIEW), MUST_NOT_BE_ASKED))
        .isEqualTo(refused);
  }

  @Test
  void aCompanyHasNoMoreThanAHundredRolesOfItsOwn() {
    List<CompanyRole> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(custom("own " + i, 20, ORDER_REQUEST));
    }
    RoleDraft draft = draft("own 0", QUOTE_VIEW);
    assertThat(rule(new RoleCatalog(many), RankRule.UP_TO).create(theOwner(), draft))
        .isEqualTo(Outcome.refused(Refusal.TOO_MANY_CUSTOM_ROLES, "max", "100"));
    assertThat(
            rule(new RoleCatalog(many), RankRule.UP_TO)
                .change(theOwner(), many.get(0), draft, MUST_NOT_BE_ASKED))
        .isInstanceOf(Outcome.Done.class);
  }

  @Nested
  class TheName {

    private final Outcome<RoleDraft> invalid = Outcome.refused(Refusal.NAME_INVALID, "max", "100");

    private Outcome<RoleDraft> named(String name) {
      return RULE.create(ADMIN, draft(name, QUOTE_VIEW));
    }

    private String stored(String name) {
      return ((Outcome.Done<RoleDraft>) named(name)).value().name();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "   ",
          "\u200D",
          "\u00A0",
          "two\nlines",
          "bell\u0007",
          "nul\u0000",
          "turned \u202Eround",
          "zero\u200Bwidth",
          "join\u200Ded",
          "half \uD83D of a pair"
        })
    void isVisibleText(String name) {
      assertThat(named(name)).isEqualTo(invalid);
    }

    @Test
    void hasAHundredCharactersAtMostHoweverTheyAreStored() {
      assertThat(named("🚜".repeat(100))).isInstanceOf(Outcome.Done.class);
      assertThat(named("🚜".repeat(101))).isEqualTo(invalid);
      assertThat(named("x".repeat(300))).isEqualTo(invalid);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Nachtschicht",
          "Ночная смена",
          "夜勤",
          "👩\u200D🔧",
          "👩🏽\u200D🔧",
          "<b>&amp;'\"; drop table",
          "24/7"
        })
    void maybeInAnyScriptAndHoldAnySign(String name) {
      assertThat(stored(name)).isEqualTo(name);
    }

    @Test
    void isStoredTidily() {
      assertThat(stored("  Night \u00A0 shift ")).isEqualTo("Night shift");
      assertThat(stored("Sa\u0308ge")).isEqualTo("Säge");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "weekend",
          "WEEKEND",
          " Weekend ",
          "purchaser",
          "Einkauf",
          "EINKAUF",
          "e\u0131nkauf"
        })
    void isNotThatOfAnotherRoleInAnyLanguage(String name) {
      assertThat(named(name)).isEqualTo(Outcome.refused(Refusal.NAME_TAKEN, "name", name.strip()));
    }

    @Test
    void looksDifferentFromThatOfAnotherRole() {
      CompanyRole saw = custom("Säge  Süd", 20, QUOTE_VIEW);
      assertThat(
              rule(catalog(saw, ADMINISTRATOR), RankRule.UP_TO)
                  .create(ADMIN, draft("Sa\u0308ge Su\u0308d", QUOTE_VIEW)))
          .isEqualTo(Outcome.refused(Refusal.NAME_TAKEN, "name", "Säge Süd"));
    }

    @Test
    void mayStayWhenARoleIsChanged() {
      RoleDraft same = new RoleDraft("weekend", null, 20, Set.of(QUOTE_VIEW));
      assertThat(RULE.change(ADMIN, WEEKEND, same, MUST_NOT_BE_ASKED))
          .isEqualTo(Outcome.done(same));
    }
  }

  @Nested
  class TheDescription {

    private Outcome<RoleDraft> described(@Nullable String description) {
      return RULE.create(ADMIN, new RoleDraft("Night shift", description, 20, Set.of(QUOTE_VIEW)));
    }

    private @Nullable String stored(@Nullable String description) {
      return ((Outcome.Done<RoleDraft>) described(description)).value().description();
    }

    @Test
    void mayBeMissingOrHaveLines() {
      assertThat(stored(null)).isNull();
      assertThat(stored("  ")).isNull();
      assertThat(stored(" one\n\ttwo\r\n")).isEqualTo("one\n\ttwo");
    }

    @Test
    void hasFiveHundredCharactersAtMost() {
      Outcome<RoleDraft> invalid = Outcome.refused(Refusal.DESCRIPTION_INVALID, "max", "500");
      assertThat(described("🚜".repeat(500))).isInstanceOf(Outcome.Done.class);
      assertThat(described("🚜".repeat(501))).isEqualTo(invalid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \u0000", "half \uDE9C of a pair", "escape \u001B[31m"})
    void canBeStored(String description) {
      assertThat(described(description))
          .isEqualTo(Outcome.refused(Refusal.DESCRIPTION_INVALID, "max", "500"));
    }
  }

  @Nested
  class ThePermissions {

    @Test
    void areAtLeastOne() {
      assertThat(RULE.create(ADMIN, draft("Night shift")))
          .isEqualTo(Outcome.refused(Refusal.NO_PERMISSIONS));
    }

    @Test
    void exist() {
      assertThat(RULE.create(theOwner(), draft("Night shift", shop("nonsense"))))
          .isEqualTo(Outcome.refused(Refusal.PERMISSION_UNKNOWN, "permission", "shop:nonsense"));
    }

    @Test
    void areThoseThatTheVendorLetsPeopleCombine() {
      Outcome<RoleDraft> refused =
          Outcome.refused(Refusal.PERMISSION_NOT_ASSIGNABLE, "permission", "shop:discount");
      assertThat(RULE.create(actor(DIRECTOR), draft("Night shift", DISCOUNT))).isEqualTo(refused);
      assertThat(RULE.create(theOwner(), draft("Night shift", DISCOUNT))).isEqualTo(refused);
      assertThat(RULE.create(realmAdmin(), draft("Night shift", DISCOUNT))).isEqualTo(refused);
    }

    @Test
    void areNoneThatTakeAHigherRankToHandOut() {
      assertThat(RULE.create(MIDDLE, draft("Night shift", Permission.MEMBERS_MANAGE)))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Refusal.PERMISSION_ABOVE_RANK));
      assertThat(RULE.create(MIDDLE, draft("Night shift", ORDER_RELEASE)))
          .isInstanceOf(Outcome.Done.class);
      assertThat(rule(ROLES, RankRule.BELOW).create(MIDDLE, draft("Night shift", ORDER_RELEASE)))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Refusal.PERMISSION_ABOVE_RANK));
    }

    @Test
    void countWithAllTheyInclude() {
      Permission harmless = shop("harmless");
      PermissionCatalog trap =
          new PermissionCatalog(
              List.of(
                  entry(harmless, true, Permission.MEMBERS_MANAGE),
                  entry(Permission.MEMBERS_MANAGE, false)));
      CompanyRole low = predefined("low", 10, harmless);
      assertThat(
              new DefineRole(catalog(low, ADMINISTRATOR), trap, RankRule.UP_TO)
                  .create(MIDDLE, draft("Night shift", harmless)))
          .isEqualTo(
              Outcome.refused(
                  Refusal.PERMISSION_ABOVE_RANK, "permission", "company:members.manage"));
    }

    @Test
    void ofNoRoleThatCompanyAdminsGiveAreOnlyForOwnerAndRealmAdmin() {
      for (Permission reserved : List.of(AUDIT, GIFT)) {
        assertThat(RULE.create(actor(DIRECTOR), draft("Night shift", reserved)))
            .isEqualTo(
                Outcome.refused(Refusal.PERMISSION_ABOVE_RANK, "permission", reserved.key()));
        assertThat(RULE.create(theOwner(), draft("Night shift", reserved)))
            .isInstanceOf(Outcome.Done.class);
        assertThat(RULE.create(realmAdmin(), draft("Night shift", reserved)))
            .isInstanceOf(Outcome.Done.class);
      }
    }
  }

  @Nested
  class TheRank {

    private @Nullable Integer rankOf(Actor actor, Permission... permissions) {
      return ((Outcome.Done<RoleDraft>) RULE.create(actor, ranked(null, permissions)))
          .value()
          .rank();
    }

    @Test
    void isTheLowestThatFitsIfNoneIsGiven() {
      assertThat(rankOf(ADMIN, QUOTE_VIEW)).isEqualTo(10);
      assertThat(rankOf(ADMIN, ORDER_PLACE, QUOTE_VIEW)).isEqualTo(50);
      assertThat(rankOf(ADMIN, Permission.MEMBERS_MANAGE)).isEqualTo(90);
    }

    @Test
    void ofAReservedPermissionIsThatOfTheRoleItIsReservedFor() {
      assertThat(rankOf(theOwner(), AUDIT)).isEqualTo(70);
      assertThat(RULE.create(theOwner(), ranked(69, AUDIT)))
          .isEqualTo(Outcome.refused(Refusal.RANK_TOO_LOW, "min", "70"));
    }

    @Test
    void ofAPermissionInNoRoleIsTheHighestUnlessTheOwnerSaysOtherwise() {
      assertThat(rankOf(theOwner(), GIFT)).isEqualTo(100);
      assertThat(RULE.create(theOwner(), ranked(20, GIFT))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isNotBelowThatOfThePermissions() {
      assertThat(RULE.create(realmAdmin(), ranked(49, ORDER_PLACE)))
          .isEqualTo(Outcome.refused(Refusal.RANK_TOO_LOW, "min", "50"));
    }

    @Test
    void isAReasonableNumber() {
      Outcome<RoleDraft> invalid = Outcome.refused(Refusal.RANK_INVALID, "max", "1000000");
      assertThat(RULE.create(theOwner(), ranked(-1, QUOTE_VIEW))).isEqualTo(invalid);
      assertThat(RULE.create(theOwner(), ranked(Integer.MAX_VALUE, QUOTE_VIEW))).isEqualTo(invalid);
    }

    @Test
    void isNotAboveTheOwn() {
      assertThat(RULE.create(ADMIN, ranked(90, QUOTE_VIEW))).isInstanceOf(Outcome.Done.class);
      assertThat(RULE.create(ADMIN, ranked(91, QUOTE_VIEW)))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "Night shift"));
      assertThat(rule(ROLES, RankRule.BELOW).create(ADMIN, ranked(90, QUOTE_VIEW)))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "Night shift"));
    }

    @Test
    void isNotAboveWhatStaysWhenALentRoleEnds() {
      Actor deputy = actor(member("boss", and(lasting(OPERATOR), until(ADMINISTRATOR, NEXT_WEEK))));
      assertThat(RULE.create(deputy, ranked(20, QUOTE_VIEW))).isInstanceOf(Outcome.Done.class);
      assertThat(RULE.create(deputy, ranked(21, QUOTE_VIEW)))
          .isEqualTo(Outcome.refused(Refusal.RANK_ONLY_LENT, "role", "Night shift"));
      assertThat(RULE.change(deputy, WEEKEND, ranked(null, ORDER_RELEASE), MUST_NOT_BE_ASKED))
          .isEqualTo(Outcome.refused(Refusal.RANK_ONLY_LENT, "role", "Night shift"));
    }
  }

  @Nested
  class AChange {

    private Outcome<RoleDraft> change(Actor actor, CompanyRole role, Permission... permissions) {
      return RULE.change(actor, role, draft("Night shift", permissions), MUST_NOT_BE_ASKED);
    }

    @Test
    void isForCustomRolesOnly() {
      assertThat(change(realmAdmin(), OPERATOR, QUOTE_VIEW))
          .isEqualTo(Outcome.refused(Refusal.ROLE_PREDEFINED, "role", "operator"));
    }

    @Test
    void isForRolesWithinReachOnly() {
      assertThat(change(MIDDLE, FOREMAN, QUOTE_VIEW))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "foreman"));
    }

    @Test
    void isHeldToTheSameAsANewRole() {
      assertThat(change(ADMIN, WEEKEND)).isEqualTo(Outcome.refused(Refusal.NO_PERMISSIONS));
      assertThat(change(ADMIN, WEEKEND, GIFT))
          .isEqualTo(Outcome.refused(Refusal.PERMISSION_ABOVE_RANK, "permission", "shop:gift"));
      assertThat(RULE.change(ADMIN, WEEKEND, ranked(91, QUOTE_VIEW), MUST_NOT_BE_ASKED))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "Night shift"));
    }

    @Test
    void cannotTakeTheLastManagersPermissionAway() {
      RoleDraft draft = draft("Night shift", QUOTE_VIEW);
      assertThat(RULE.change(ADMIN, FOREMAN, draft, NOBODY_ELSE_MANAGES))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
      assertThat(RULE.change(ADMIN, FOREMAN, draft, SOMEBODY_ELSE_MANAGES))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void thatKeepsThePermissionToManageAsksForNobodyElse() {
      assertThat(change(ADMIN, FOREMAN, Permission.MEMBERS_MANAGE, QUOTE_VIEW))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Nested
  class WhoIsLimited {

    private final CompanyRole night = custom("night", 50, ORDER_REQUEST);
    private final CompanyRole day = custom("day", 50, ORDER_PLACE);
    private final DefineRole rule =
        rule(catalog(DIRECTOR, PURCHASER, OPERATOR, night, day), RankRule.UP_TO);
    private final Actor limited = actor(member("boss", List.of(upTo(DIRECTOR, 5000))));

    private Outcome<RoleDraft> change(Actor actor, CompanyRole role, Permission... permissions) {
      return rule.change(actor, role, draft("shift", permissions), MUST_NOT_BE_ASKED);
    }

    @Test
    void putsThePermissionIntoNoRoleThatPeopleMayHoldWithoutALimit() {
      Outcome<RoleDraft> refused =
          new Outcome.Refused<>(
              Refusal.LIMIT_ABOVE_OWN,
              Map.of("role", "shift", "permission", ORDER_PLACE.key(), "limit", "5000"));
      assertThat(change(limited, night, ORDER_PLACE)).isEqualTo(refused);
      assertThat(change(limited, night, ORDER_REQUEST, ORDER_RELEASE)).isEqualTo(refused);
    }

    @Test
    void takesThePermissionOutOfNoRoleSinceTheOwnLimitMayBeThere() {
      assertThat(change(limited, day, ORDER_REQUEST))
          .isEqualTo(Outcome.refused(Refusal.OWN_LIMIT_STAYS, "permission", ORDER_PLACE.key()));
    }

    @Test
    void changesEverythingElse() {
      assertThat(change(limited, day, ORDER_PLACE, QUOTE_VIEW)).isInstanceOf(Outcome.Done.class);
      assertThat(change(limited, night, QUOTE_VIEW)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void makesRolesThatNobodyHoldsYet() {
      assertThat(rule.create(limited, draft("shift", ORDER_PLACE)))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isWhoeverWillBeWhenSomethingLentHasEnded() {
      CompanyRole boss = predefined("boss", 100, ORDER_RELEASE, Permission.ROLES_DEFINE);
      Standing deputy =
          Standing.of(
              "acme",
              "boss",
              MemberState.ACTIVE,
              false,
              List.of(upTo(boss, 5000), until(DIRECTOR, TOMORROW)),
              1,
              catalog(DIRECTOR, PURCHASER, boss, night, day),
              NOW);
      assertThat(deputy.limit(ORDER_PLACE)).isEmpty();
      assertThat(change(actor(deputy), night, ORDER_PLACE))
          .isEqualTo(
              new Outcome.Refused<>(
                  Refusal.LIMIT_ABOVE_OWN,
                  Map.of("role", "shift", "permission", ORDER_PLACE.key())));
    }

    @Test
    void isNeitherAnOwnerNorARealmAdminNorSomebodyWithoutALimit() {
      for (Actor actor : List.of(theOwner(), realmAdmin(), actor(DIRECTOR))) {
        assertThat(change(actor, night, ORDER_PLACE)).isInstanceOf(Outcome.Done.class);
        assertThat(change(actor, day, ORDER_REQUEST)).isInstanceOf(Outcome.Done.class);
      }
    }
  }

  @Test
  void aNameMayEqualThatOfARoleInAnotherCompany() {
    CompanyRole only =
        new CompanyRole(
            "id",
            CompanyRole.Kind.PREDEFINED,
            "member",
            Map.of("de", "Mitglied"),
            null,
            10,
            true,
            true,
            Set.of(QUOTE_VIEW),
            Set.of(QUOTE_VIEW),
            0);
    assertThat(rule(catalog(only), RankRule.UP_TO).create(theOwner(), draft("weekend", QUOTE_VIEW)))
        .isInstanceOf(Outcome.Done.class);
  }
}
