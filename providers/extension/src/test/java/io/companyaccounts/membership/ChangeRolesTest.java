// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangeRolesTest {

  private static final Actor ADMIN = actor(ADMINISTRATOR);

  private static Outcome<List<RoleAssignment>> change(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    return new ChangeRoles(ROLES, RankRule.UP_TO, NOW)
        .change(actor, member, wanted, MUST_NOT_BE_ASKED);
  }

  private static Outcome<List<RoleAssignment>> below(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    return new ChangeRoles(ROLES, RankRule.BELOW, NOW)
        .change(actor, member, wanted, MUST_NOT_BE_ASKED);
  }

  private static Outcome<List<RoleAssignment>> refused(Refusal reason, CompanyRole role) {
    return Outcome.refused(reason, "role", role.name());
  }

  @Test
  void anAdministratorGivesAndTakesRoles() {
    List<RoleAssignment> wanted = lasting(PURCHASER, WEEKEND);
    assertThat(change(ADMIN, member("ida", OPERATOR), wanted)).isEqualTo(Outcome.done(wanted));
  }

  @Test
  void rolesCanBeLentUntilADate() {
    List<RoleAssignment> wanted = and(lasting(OPERATOR), until(PURCHASER, NEXT_WEEK));
    assertThat(change(ADMIN, member("ida", OPERATOR), wanted)).isEqualTo(Outcome.done(wanted));
  }

  @Test
  void allRolesCanBeTakenAway() {
    assertThat(change(ADMIN, member("ida", OPERATOR), List.of()))
        .isEqualTo(Outcome.done(List.of()));
  }

  @Test
  void whoMayNotAssignRolesIsRefused() {
    assertThat(change(actor(PURCHASER), member("ida"), lasting(OPERATOR)))
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:roles.assign"));
  }

  @Test
  void whoIsBlockedChangesNothing() {
    assertThat(change(actor(blocked("boss", DIRECTOR)), member("ida"), lasting(OPERATOR)))
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:roles.assign"));
  }

  @Test
  void nobodyManagesSomebodyAboveTheOwnRank() {
    assertThat(change(ADMIN, member("dora", DIRECTOR), lasting(DIRECTOR, OPERATOR)))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
  }

  @Test
  void theOwnerIsAboveEveryRole() {
    assertThat(change(actor(DIRECTOR), owner("olga"), lasting(OPERATOR)))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
  }

  @Test
  void blockedMembersKeepTheirRolesUntilTheyReturn() {
    assertThat(change(ADMIN, blocked("ida", OPERATOR), lasting(PURCHASER)))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_BLOCKED));
    assertThat(change(realmAdmin(), blocked("ida", OPERATOR), lasting(PURCHASER)))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_BLOCKED));
  }

  @Test
  void anImportSetsTheRolesOfBlockedMembersToo() {
    List<RoleAssignment> wanted = lasting(PURCHASER);
    assertThat(change(Actor.system(), blocked("ida", OPERATOR), wanted))
        .isEqualTo(Outcome.done(wanted));
  }

  @Nested
  class WhatIsAskedFor {

    @Test
    void isNoMoreThanTwentyRoles() {
      List<RoleAssignment> many =
          IntStream.range(0, 21).mapToObj(i -> RoleAssignment.lasting("r" + i)).toList();
      assertThat(change(ADMIN, member("ida"), many))
          .isEqualTo(Outcome.refused(Refusal.TOO_MANY_ROLES, "max", "20"));
    }

    @Test
    void areRolesThatExist() {
      assertThat(change(ADMIN, member("ida"), List.of(RoleAssignment.lasting("nonsense"))))
          .isEqualTo(Outcome.refused(Refusal.UNKNOWN_ROLE_WANTED, "role", "nonsense"));
    }

    @Test
    void namesNoRoleTwice() {
      List<RoleAssignment> twice = and(lasting(OPERATOR), until(OPERATOR, NEXT_WEEK));
      assertThat(change(ADMIN, member("ida"), twice))
          .isEqualTo(Outcome.refused(Refusal.ROLE_TWICE, "role", OPERATOR.id()));
    }

    @Test
    void beginsBeforeItEnds() {
      RoleAssignment inverted = new RoleAssignment(OPERATOR.id(), NEXT_WEEK, TOMORROW);
      RoleAssignment empty = new RoleAssignment(OPERATOR.id(), TOMORROW, TOMORROW.plusNanos(999));
      assertThat(change(ADMIN, member("ida"), List.of(inverted)))
          .isEqualTo(Outcome.refused(Refusal.PERIOD_INVERTED, "role", OPERATOR.id()));
      assertThat(change(ADMIN, member("ida"), List.of(empty)))
          .isEqualTo(Outcome.refused(Refusal.PERIOD_INVERTED, "role", OPERATOR.id()));
    }

    @Test
    void isNotOverAlready() {
      assertThat(change(ADMIN, member("ida"), List.of(until(OPERATOR, NOW))))
          .isEqualTo(Outcome.refused(Refusal.PERIOD_OVER, "role", OPERATOR.id()));
    }

    @Test
    void liesInTimesThatCanBeStored() {
      for (Instant far : List.of(Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
        assertThat(change(ADMIN, member("ida"), List.of(until(OPERATOR, far))))
            .isEqualTo(Outcome.refused(Refusal.PERIOD_TOO_FAR, "role", OPERATOR.id()));
      }
      assertThat(change(ADMIN, member("ida"), List.of(from(OPERATOR, Instant.MIN))))
          .isEqualTo(Outcome.refused(Refusal.PERIOD_TOO_FAR, "role", OPERATOR.id()));
    }

    @Test
    void mayHoldAPeriodThatIsOverIfItWasThereBefore() {
      Standing member = member("ida", List.of(until(PURCHASER, YESTERDAY)));
      List<RoleAssignment> wanted = and(lasting(OPERATOR), until(PURCHASER, YESTERDAY));
      assertThat(change(ADMIN, member, wanted)).isEqualTo(Outcome.done(wanted));
    }
  }

  @Nested
  class Reach {

    @Test
    void includesRolesOfTheOwnRank() {
      List<RoleAssignment> wanted = lasting(ADMINISTRATOR);
      assertThat(change(ADMIN, member("ida"), wanted)).isEqualTo(Outcome.done(wanted));
    }

    @Test
    void excludesRolesAndPeopleOfTheOwnRankWhereTheRuleIsBelow() {
      assertThat(below(ADMIN, member("ida"), lasting(ADMINISTRATOR)))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, ADMINISTRATOR));
      assertThat(below(ADMIN, member("ada", ADMINISTRATOR), lasting(OPERATOR)))
          .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
      assertThat(below(ADMIN, member("boss", ADMINISTRATOR), lasting(ADMINISTRATOR, OPERATOR)))
          .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
    }

    @Test
    void ofTheOwnerIsEverythingThatMayBeGiven() {
      List<RoleAssignment> wanted = lasting(DIRECTOR);
      assertThat(below(theOwner(), member("ida"), wanted)).isEqualTo(Outcome.done(wanted));
      assertThat(below(theOwner(), owner("olga"), wanted)).isEqualTo(Outcome.done(wanted));
    }

    @Test
    void endsAtRolesAboveTheOwnRank() {
      assertThat(change(ADMIN, member("ida"), lasting(DIRECTOR)))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, DIRECTOR));
      assertThat(change(ADMIN, member("ida"), List.of(from(DIRECTOR, TOMORROW))))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, DIRECTOR));
      assertThat(change(ADMIN, member("boss", ADMINISTRATOR), lasting(ADMINISTRATOR, DIRECTOR)))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, DIRECTOR));
    }

    @Test
    void doesNotTakeAwayOrShortenAHigherRoleOfALaterPeriod() {
      Standing heir = member("ida", and(lasting(OPERATOR), from(DIRECTOR, TOMORROW)));
      assertThat(change(ADMIN, heir, lasting(OPERATOR)))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, DIRECTOR));
      assertThat(change(ADMIN, heir, and(lasting(OPERATOR), from(DIRECTOR, NEXT_WEEK))))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, DIRECTOR));
    }

    @Test
    void doesNotMatterForWhatStaysAsItIs() {
      Standing heir = member("ida", List.of(from(DIRECTOR, TOMORROW)));
      List<RoleAssignment> wanted = and(lasting(OPERATOR), from(DIRECTOR, TOMORROW));
      assertThat(change(ADMIN, heir, wanted)).isEqualTo(Outcome.done(wanted));
    }

    @Test
    void doesNotMatterForWhatIsOver() {
      Standing member = member("ida", and(lasting(OPERATOR), until(DIRECTOR, YESTERDAY)));
      assertThat(change(ADMIN, member, lasting(OPERATOR)))
          .isEqualTo(Outcome.done(lasting(OPERATOR)));
    }

    @Test
    void doesNotMatterForRolesThatAreGone() {
      Standing member = member("ida", List.of(RoleAssignment.lasting("gone")));
      assertThat(change(ADMIN, member, List.of())).isEqualTo(Outcome.done(List.of()));
    }

    @Test
    void excludesRolesThatOnlyTheVendorGives() {
      assertThat(change(actor(DIRECTOR), member("ida"), lasting(AUDITOR)))
          .isEqualTo(refused(Refusal.ROLE_NOT_ASSIGNABLE, AUDITOR));
      assertThat(change(theOwner(), member("ida", AUDITOR), List.of()))
          .isEqualTo(refused(Refusal.ROLE_NOT_ASSIGNABLE, AUDITOR));
      assertThat(change(realmAdmin(), member("ida"), lasting(AUDITOR)))
          .isEqualTo(Outcome.done(lasting(AUDITOR)));
    }

    @Test
    void doesNotBindARealmAdmin() {
      assertThat(change(realmAdmin(), owner("olga", OPERATOR), lasting(DIRECTOR)))
          .isEqualTo(Outcome.done(lasting(DIRECTOR)));
    }
  }

  /** Taking roles away gives the default role, so a high default role must not be a way up. */
  @Nested
  class ADefaultRoleAboveTheOwnRank {

    private final CompanyRole employee = byDefault("employee", 70, QUOTE_VIEW);
    private final RoleCatalog roles = catalog(employee, TEAM_LEAD, OPERATOR);
    private final Actor lead = actor(TEAM_LEAD);

    private Outcome<List<RoleAssignment>> change(
        List<RoleAssignment> before, List<RoleAssignment> wanted) {
      Standing member =
          Standing.of("acme", "ida", MemberState.ACTIVE, false, before, 1, roles, NOW);
      return new ChangeRoles(roles, RankRule.UP_TO, NOW)
          .change(lead, member, wanted, MUST_NOT_BE_ASKED);
    }

    @Test
    void isNotGivenByTakingTheLastRoleAway() {
      assertThat(change(lasting(OPERATOR), List.of()))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, employee));
    }

    @Test
    void isNotGivenByLettingTheLastRoleEndOrBeginLater() {
      assertThat(change(lasting(OPERATOR), List.of(until(OPERATOR, TOMORROW))))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, employee));
      assertThat(change(lasting(OPERATOR), List.of(from(OPERATOR, TOMORROW))))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, employee));
    }

    @Test
    void doesNotComeAnyEarlier() {
      assertThat(change(List.of(until(OPERATOR, NEXT_WEEK)), List.of(until(OPERATOR, TOMORROW))))
          .isEqualTo(refused(Refusal.ROLE_ABOVE_RANK, employee));
    }

    @Test
    void mayComeAsItWouldHaveAnyway() {
      List<RoleAssignment> wanted = List.of(until(TEAM_LEAD, NEXT_WEEK));
      assertThat(change(List.of(until(OPERATOR, NEXT_WEEK)), wanted))
          .isEqualTo(Outcome.done(wanted));
    }
  }

  @Nested
  class SomebodyOnWhomARoleWasLent {

    private final Standing deputy =
        member("boss", and(lasting(OPERATOR), until(ADMINISTRATOR, NEXT_WEEK)));

    @Test
    void actsInFullForOthers() {
      assertThat(change(actor(deputy), member("ida"), lasting(PURCHASER)))
          .isEqualTo(Outcome.done(lasting(PURCHASER)));
    }

    @Test
    void doesNotKeepItForGood() {
      assertThat(change(actor(deputy), deputy, lasting(OPERATOR, ADMINISTRATOR)))
          .isEqualTo(refused(Refusal.RANK_ONLY_LENT, ADMINISTRATOR));
      assertThat(change(actor(deputy), deputy, and(deputy.assignments(), from(FOREMAN, TOMORROW))))
          .isEqualTo(refused(Refusal.RANK_ONLY_LENT, FOREMAN));
    }

    @Test
    void maySetItDown() {
      assertThat(
              new ChangeRoles(ROLES, RankRule.UP_TO, NOW)
                  .change(actor(deputy), deputy, lasting(OPERATOR), SOMEBODY_ELSE_MANAGES))
          .isEqualTo(Outcome.done(lasting(OPERATOR)));
    }

    @Test
    void mayTakeRolesUpToTheRankThatStays() {
      List<RoleAssignment> wanted = and(deputy.assignments(), from(WEEKEND, TOMORROW));
      assertThat(change(actor(deputy), deputy, wanted)).isEqualTo(Outcome.done(wanted));
    }
  }

  @Nested
  class TheLastManager {

    private static Outcome<List<RoleAssignment>> change(
        Actor actor, List<RoleAssignment> before, List<RoleAssignment> wanted) {
      return new ChangeRoles(ROLES, RankRule.UP_TO, NOW)
          .change(actor, member("boss", before), wanted, NOBODY_ELSE_MANAGES);
    }

    @Test
    void cannotBecomeSomethingElse() {
      assertThat(change(ADMIN, lasting(ADMINISTRATOR), lasting(OPERATOR)))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
      assertThat(change(realmAdmin(), lasting(ADMINISTRATOR), List.of()))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
    }

    @Test
    void cannotHoldTheRoleOnlyForATime() {
      assertThat(change(ADMIN, lasting(ADMINISTRATOR), List.of(until(ADMINISTRATOR, NEXT_WEEK))))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
      assertThat(change(ADMIN, lasting(ADMINISTRATOR), List.of(from(ADMINISTRATOR, TOMORROW))))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
    }

    @Test
    void mayChangeToAnotherRoleThatManages() {
      assertThat(change(ADMIN, lasting(ADMINISTRATOR), lasting(FOREMAN)))
          .isEqualTo(Outcome.done(lasting(FOREMAN)));
    }

    @Test
    void mayBeReplacedByAnImport() {
      assertThat(change(Actor.system(), lasting(ADMINISTRATOR), lasting(OPERATOR)))
          .isEqualTo(Outcome.done(lasting(OPERATOR)));
    }
  }

  @Test
  void aRoleWithTheHighestNumberIsStillBelowTheOwner() {
    CompanyRole highest = predefined("highest", Integer.MAX_VALUE, Permission.ROLES_ASSIGN);
    assertThat(
            new ChangeRoles(catalog(highest, TECHNICIAN), RankRule.UP_TO, NOW)
                .change(actor(highest), owner("olga"), lasting(highest), MUST_NOT_BE_ASKED))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
  }
}
