// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void theDefaultRoleLastsAlthoughAPeriodOfItIsOver() {
    Standing again = member("ida", List.of(until(TECHNICIAN, YESTERDAY)));
    assertThat(again.lastingRank()).isEqualTo(10);
  }
}
