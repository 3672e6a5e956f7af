// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeepToLimitsTest {

  private static final Actor ADMIN = actor(ADMINISTRATOR);

  /** Gives roles, and orders up to 5000. */
  private static final Standing BOSS =
      member("boss", and(lasting(ADMINISTRATOR), upTo(PURCHASER, 5000)));

  private static Outcome<List<RoleAssignment>> change(
      RoleCatalog roles, Actor actor, Standing member, List<RoleAssignment> wanted) {
    return new ChangeRoles(roles, RankRule.UP_TO, NOW)
        .change(actor, member, wanted, SOMEBODY_ELSE_MANAGES);
  }

  private static Outcome<List<RoleAssignment>> change(
      Actor actor, Standing member, RoleAssignment... wanted) {
    return change(ROLES, actor, member, List.of(wanted));
  }

  private static Outcome<List<RoleAssignment>> ofBoss(RoleAssignment... wanted) {
    return change(actor(BOSS), BOSS, wanted);
  }

  private static Outcome<List<RoleAssignment>> done(RoleAssignment... wanted) {
    return Outcome.done(List.of(wanted));
  }

  private static RoleAssignment full(CompanyRole role) {
    return RoleAssignment.lasting(role.id());
  }

  private static Outcome<List<RoleAssignment>> above(CompanyRole role) {
    return new Outcome.Refused<>(
        Refusal.LIMIT_ABOVE_OWN,
        Map.of("role", role.name(), "permission", ORDER_PLACE.key(), "limit", "5000"));
  }

  private static final Outcome<List<RoleAssignment>> OWN_STAYS =
      Outcome.refused(Refusal.OWN_LIMIT_STAYS, "permission", ORDER_PLACE.key());

  @Nested
  class ALimit {

    private final Standing ida = member("ida", OPERATOR);

    @Test
    void isGivenWithARole() {
      assertThat(change(ADMIN, ida, upTo(PURCHASER, 0))).isEqualTo(done(upTo(PURCHASER, 0)));
      RoleAssignment most = upTo(PURCHASER, 999_999_999_999L);
      assertThat(change(ADMIN, ida, most)).isEqualTo(done(most));
    }

    @Test
    void isNeitherNegativeNorTooLarge() {
      for (long limit : List.of(-1L, 1_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE)) {
        for (Actor actor : List.of(ADMIN, realmAdmin(), Actor.system())) {
          assertThat(change(actor, ida, upTo(PURCHASER, limit)))
              .isEqualTo(Outcome.refused(Refusal.LIMIT_INVALID, "max", "999999999999"));
        }
      }
    }

    @Test
    void isRefusedWhereItMeansNothing() {
      for (Actor actor : List.of(ADMIN, theOwner(), realmAdmin())) {
        assertThat(change(actor, ida, upTo(TEAM_LEAD, 5)))
            .isEqualTo(Outcome.refused(Refusal.LIMIT_USELESS, "role", "team-lead"));
      }
    }

    @Test
    void thatMeansNothingAnyMoreIsNoReasonToRefuseOtherChanges() {
      Standing changed = member("ida", List.of(upTo(WEEKEND, 5)));
      assertThat(change(ADMIN, changed, upTo(WEEKEND, 5), full(OPERATOR)))
          .isEqualTo(done(upTo(WEEKEND, 5), full(OPERATOR)));
      assertThat(change(Actor.system(), ida, upTo(WEEKEND, 5))).isEqualTo(done(upTo(WEEKEND, 5)));
    }
  }

  @Nested
  class WhoIsLimited {

    private final Actor limited = actor(BOSS);
    private final Standing ida = member("ida", OPERATOR);

    @Test
    void givesUpToTheOwnAmount() {
      assertThat(change(limited, ida, upTo(PURCHASER, 5000)))
          .isEqualTo(done(upTo(PURCHASER, 5000)));
      assertThat(change(limited, ida, full(TEAM_LEAD))).isEqualTo(done(full(TEAM_LEAD)));
    }

    @Test
    void givesNobodyMoreNowOrLater() {
      Instant later = TOMORROW;
      assertThat(change(limited, ida, full(PURCHASER))).isEqualTo(above(PURCHASER));
      assertThat(change(limited, ida, upTo(PURCHASER, 5001))).isEqualTo(above(PURCHASER));
      assertThat(change(limited, ida, from(PURCHASER, later))).isEqualTo(above(PURCHASER));
      assertThat(change(limited, member("ida", List.of(upTo(PURCHASER, 10))), full(PURCHASER)))
          .isEqualTo(above(PURCHASER));
    }

    @Test
    void givesNoOtherPeriodToWhatGoesBeyond() {
      assertThat(change(limited, member("ida", PURCHASER), until(PURCHASER, NEXT_WEEK)))
          .isEqualTo(above(PURCHASER));
    }

    @Test
    void leavesWhatOthersGaveAndTakesItAway() {
      Standing paula = member("paula", PURCHASER);
      assertThat(change(limited, paula, full(PURCHASER), full(OPERATOR)))
          .isEqualTo(done(full(PURCHASER), full(OPERATOR)));
      assertThat(change(limited, paula, full(OPERATOR))).isEqualTo(done(full(OPERATOR)));
    }

    @Test
    void letsNoDefaultRoleCountThatGoesBeyond() {
      CompanyRole everybody = byDefault("everybody", 10, ORDER_PLACE);
      RoleCatalog roles = catalog(ADMINISTRATOR, PURCHASER, OPERATOR, everybody);
      Standing udo =
          Standing.of("acme", "udo", MemberState.ACTIVE, false, lasting(OPERATOR), 1, roles, NOW);
      assertThat(change(roles, limited, udo, List.of())).isEqualTo(above(everybody));
      assertThat(change(roles, limited, udo, List.of(until(OPERATOR, NEXT_WEEK))))
          .isEqualTo(above(everybody));
      assertThat(change(roles, ADMIN, udo, List.of())).isEqualTo(done());
      assertThat(new ChangeRoles(roles, RankRule.UP_TO, NOW).forNewcomer(limited, List.of()))
          .isEqualTo(above(everybody));
    }

    @Test
    void letsTheDefaultRoleNotCountInFullForWhomItWasLimited() {
      CompanyRole everybody = byDefault("everybody", 10, ORDER_PLACE);
      RoleCatalog roles = catalog(ADMINISTRATOR, PURCHASER, OPERATOR, everybody);
      Standing udo =
          Standing.of(
              "acme",
              "udo",
              MemberState.ACTIVE,
              false,
              List.of(upTo(everybody, 10)),
              1,
              roles,
              NOW);
      assertThat(change(roles, limited, udo, List.of())).isEqualTo(above(everybody));
      assertThat(change(roles, ADMIN, udo, List.of())).isEqualTo(done());
      assertThat(change(roles, limited, udo, List.of(upTo(everybody, 20))))
          .isEqualTo(done(upTo(everybody, 20)));
    }

    @Test
    void invitesNobodyWithMore() {
      ChangeRoles rule = new ChangeRoles(ROLES, RankRule.UP_TO, NOW);
      assertThat(rule.forNewcomer(limited, List.of(full(PURCHASER)))).isEqualTo(above(PURCHASER));
      assertThat(rule.forNewcomer(limited, List.of(upTo(PURCHASER, 5000))))
          .isEqualTo(done(upTo(PURCHASER, 5000)));
      assertThat(rule.forNewcomer(limited, List.of())).isEqualTo(done());
      assertThat(rule.forNewcomer(ADMIN, List.of(upTo(OPERATOR, 5))))
          .isEqualTo(Outcome.refused(Refusal.LIMIT_USELESS, "role", "operator"));
    }
  }

  @Nested
  class TheOwnLimit {

    @Test
    void isNotRaisedOrLifted() {
      assertThat(ofBoss(full(ADMINISTRATOR), full(PURCHASER))).isEqualTo(above(PURCHASER));
      assertThat(ofBoss(full(ADMINISTRATOR), upTo(PURCHASER, 5001))).isEqualTo(above(PURCHASER));
      CompanyRole twin = custom("twin", 50, ORDER_PLACE);
      RoleCatalog roles = catalog(ADMINISTRATOR, PURCHASER, twin);
      assertThat(change(roles, actor(BOSS), BOSS, and(BOSS.assignments(), full(twin))))
          .isEqualTo(above(twin));
    }

    @Test
    void isNotShakenOffBecauseThePermissionCouldBeGivenAnewThen() {
      assertThat(ofBoss(full(ADMINISTRATOR))).isEqualTo(OWN_STAYS);
      assertThat(ofBoss(full(ADMINISTRATOR), until(PURCHASER, TOMORROW).upTo(5000L)))
          .isEqualTo(OWN_STAYS);
      assertThat(ofBoss(full(ADMINISTRATOR), from(PURCHASER, TOMORROW).upTo(5000L)))
          .isEqualTo(OWN_STAYS);
    }

    @Test
    void canBeLowered() {
      assertThat(ofBoss(full(ADMINISTRATOR), upTo(PURCHASER, 10)))
          .isEqualTo(done(full(ADMINISTRATOR), upTo(PURCHASER, 10)));
    }

    @Test
    void comesBackWhenSomethingLentHasEnded() {
      Standing deputy =
          member(
              "boss",
              List.of(full(ADMINISTRATOR), upTo(PURCHASER, 5000), until(DIRECTOR, TOMORROW)));
      Actor actor = actor(deputy);
      assertThat(change(actor, member("ida"), full(PURCHASER))).isEqualTo(done(full(PURCHASER)));
      assertThat(change(actor, deputy, full(ADMINISTRATOR), full(PURCHASER))).isEqualTo(OWN_STAYS);
      assertThat(change(actor, deputy, full(ADMINISTRATOR), upTo(PURCHASER, 5001)))
          .isEqualTo(OWN_STAYS);
    }

    @Test
    void isTakenAwayByOthers() {
      assertThat(change(ADMIN, member("ida", List.of(upTo(PURCHASER, 5))), full(PURCHASER)))
          .isEqualTo(done(full(PURCHASER)));
    }
  }

  @Test
  void ownersRealmAdminsAndTheServerAreNotBound() {
    Standing owner =
        Standing.of(
            "acme", "olga", MemberState.ACTIVE, true, List.of(upTo(PURCHASER, 5)), 1, ROLES, NOW);
    assertThat(change(actor(owner), owner, full(PURCHASER))).isEqualTo(done(full(PURCHASER)));
    for (Actor actor : List.of(actor(owner), realmAdmin(), Actor.system(), ADMIN)) {
      assertThat(change(actor, member("ida"), full(PURCHASER))).isEqualTo(done(full(PURCHASER)));
    }
  }
}
