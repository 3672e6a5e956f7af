// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void whoHoldsNothingHasTheDefaultRole() {
    assertThat(member("ida").roles()).containsExactly(TECHNICIAN);
    assertThat(member("ida", List.of(until(OPERATOR, NOW))).roles()).containsExactly(TECHNICIAN);
    assertThat(member("ida", List.of(from(OPERATOR, TOMORROW))).roles())
        .containsExactly(TECHNICIAN);
    assertThat(member("ida", List.of(RoleAssignment.lasting("gone"))).roles())
        .containsExactly(TECHNICIAN);
  }

  @Test
  void whoHoldsARoleHasNotTheDefaultRoleToo() {
    assertThat(member("ida", OPERATOR).roles()).containsExactly(OPERATOR);
    assertThat(member("ida", List.of(until(OPERATOR, TOMORROW), from(PURCHASER, TOMORROW))).roles())
        .containsExactly(OPERATOR);
  }

  @Test
  void withoutADefaultRoleWhoHoldsNothingMayNothing() {
    Standing nobody =
        Standing.of("acme", "ida", MemberState.ACTIVE, false, List.of(), 0, catalog(OPERATOR), NOW);
    assertThat(nobody.roles()).isEmpty();
    assertThat(nobody.permissions()).isEmpty();
    assertThat(nobody.rank()).isZero();
    assertThat(nobody.lastingRank()).isZero();
  }

  @Test
  void severalRolesAddUp() {
    Standing both = member("ida", OPERATOR, TEAM_LEAD);
    assertThat(both.permissions())
        .containsExactlyInAnyOrder(QUOTE_VIEW, ORDER_REQUEST, Permission.ROLES_ASSIGN);
    assertThat(both.may(ORDER_REQUEST)).isTrue();
    assertThat(both.may(ORDER_PLACE)).isFalse();
    assertThat(both.rank()).isEqualTo(60);
  }

  @Test
  void theOwnerMayDoEverythingInTheCompanyButInApplicationsOnlyWhatTheRolesGive() {
    Standing owner = owner("olga", OPERATOR);
    assertThat(owner.permissions()).containsAll(Permission.OWN).contains(ORDER_REQUEST);
    assertThat(owner.may(ORDER_PLACE)).isFalse();
    assertThat(owner.rank()).isEqualTo(Standing.OWNER_RANK);
    assertThat(owner.lastingRank()).isEqualTo(Standing.OWNER_RANK);
  }

  @Test
  void whoIsBlockedMayNothingAndKeepsTheRank() {
    Standing blocked = blocked("ida", ADMINISTRATOR);
    assertThat(blocked.permissions()).isEmpty();
    assertThat(blocked.rank()).isEqualTo(90);
  }

  @Test
  void aLentRoleGivesARankThatDoesNotLast() {
    Standing deputy = member("ida", and(lasting(OPERATOR), until(ADMINISTRATOR, NEXT_WEEK)));
    assertThat(deputy.rank()).isEqualTo(90);
    assertThat(deputy.lastingRank()).isEqualTo(20);
  }

  @Test
  void aLimitIsTheLargestOfAllRolesThatGiveThePermissionNow() {
    Standing limited = member("ida", List.of(upTo(PURCHASER, 5000), upTo(DIRECTOR, 8000)));
    assertThat(limited.limit(ORDER_PLACE)).hasValue(8000);
    assertThat(limited.limit(ORDER_RELEASE)).hasValue(8000);
    assertThat(member("ida", List.of(upTo(PURCHASER, 0))).limit(ORDER_PLACE)).hasValue(0);
  }

  @Test
  void oneRoleWithoutALimitIsEnough() {
    assertThat(member("ida", and(lasting(DIRECTOR), upTo(PURCHASER, 5000))).limit(ORDER_PLACE))
        .isEmpty();
    assertThat(member("ida", PURCHASER).limit(ORDER_PLACE)).isEmpty();
    assertThat(member("ida").limit(ORDER_PLACE)).isEmpty();
  }

  @Test
  void aLimitMeansNothingForWhatCannotBeLimited() {
    Standing limited = member("ida", and(lasting(OPERATOR), upTo(PURCHASER, 5000)));
    assertThat(limited.limit(ORDER_REQUEST)).isEmpty();
    assertThat(limited.limit(QUOTE_VIEW)).isEmpty();
    assertThat(limited.limit(ORDER_PLACE)).hasValue(5000);
  }

  @Test
  void onlyRolesThatCountNowLimit() {
    Standing lent = member("ida", List.of(upTo(PURCHASER, 5000), until(DIRECTOR, TOMORROW)));
    assertThat(lent.limit(ORDER_PLACE)).isEmpty();
    assertThat(lent.limits().ever()).isEqualTo(LIMITED);
    assertThat(member("ida", List.of(upTo(PURCHASER, 5000), from(DIRECTOR, TOMORROW))).limits())
        .isEqualTo(new Limits(Map.of(ORDER_PLACE, 5000L, ORDER_RELEASE, 5000L), LIMITED));
  }

  @Test
  void anOwnersRolesAreLimitedInApplicationsLikeThoseOfOthers() {
    Standing owner =
        Standing.of(
            "acme",
            "olga",
            MemberState.ACTIVE,
            true,
            List.of(upTo(PURCHASER, 5000)),
            1,
            ROLES,
            NOW);
    assertThat(owner.limit(ORDER_PLACE)).hasValue(5000);
    assertThat(actor(owner).limits()).isEqualTo(Limits.NONE);
  }

  @Test
  void theDefaultRoleLastsAlthoughAPeriodOfItIsOver() {
    Standing again = member("ida", List.of(until(TECHNICIAN, YESTERDAY)));
    assertThat(again.lastingRank()).isEqualTo(10);
  }
}
