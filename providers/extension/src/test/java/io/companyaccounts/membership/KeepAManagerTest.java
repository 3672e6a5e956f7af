// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeepAManagerTest {

  private static boolean manages(RoleAssignment... assignments) {
    return KeepAManager.manages(false, List.of(assignments), ROLES, NOW);
  }

  @Test
  void theOwnerAlwaysManages() {
    assertThat(KeepAManager.manages(true, List.of(), ROLES, NOW)).isTrue();
  }

  @Test
  void aRoleWithThePermissionManages() {
    assertThat(manages(RoleAssignment.lasting(ADMINISTRATOR.id()))).isTrue();
    assertThat(manages(from(ADMINISTRATOR, YESTERDAY))).isTrue();
    assertThat(manages(RoleAssignment.lasting(OPERATOR.id()))).isFalse();
    assertThat(manages()).isFalse();
  }

  @Test
  void aRoleThatEndsByItselfIsNotEnough() {
    assertThat(manages(until(ADMINISTRATOR, NEXT_WEEK))).isFalse();
    assertThat(manages(until(ADMINISTRATOR, NEXT_WEEK), RoleAssignment.lasting(OPERATOR.id())))
        .isFalse();
  }

  @Test
  void aRoleThatBeginsLaterIsNotEnough() {
    assertThat(manages(from(ADMINISTRATOR, TOMORROW))).isFalse();
  }

  @Test
  void twoRolesWithoutAGapAreEnough() {
    assertThat(manages(until(ADMINISTRATOR, TOMORROW), from(FOREMAN, TOMORROW))).isTrue();
    assertThat(manages(until(ADMINISTRATOR, TOMORROW), from(FOREMAN, NEXT_WEEK))).isFalse();
  }

  @Test
  void aRoleThatIsGoneManagesNothing() {
    assertThat(manages(RoleAssignment.lasting("gone"))).isFalse();
  }

  /** A vendor may let everybody manage by default. */
  @Nested
  class ADefaultRoleThatManages {

    private final RoleCatalog roles =
        catalog(byDefault("everybody", 10, Permission.MEMBERS_MANAGE), OPERATOR, ADMINISTRATOR);

    private boolean manages(RoleAssignment... assignments) {
      return KeepAManager.manages(false, List.of(assignments), roles, NOW);
    }

    @Test
    void countsForWhoHoldsNoOther() {
      assertThat(manages()).isTrue();
      assertThat(manages(until(OPERATOR, YESTERDAY))).isTrue();
      assertThat(manages(until(ADMINISTRATOR, NEXT_WEEK))).isTrue();
    }

    @Test
    void doesNotCountForWhoHoldsAnotherNowOrLater() {
      assertThat(manages(RoleAssignment.lasting(OPERATOR.id()))).isFalse();
      assertThat(manages(until(OPERATOR, NEXT_WEEK))).isFalse();
      assertThat(manages(from(OPERATOR, NEXT_WEEK))).isFalse();
    }
  }

  @Nested
  class AChange {

    private boolean leavesNobody(Standing before, List<RoleAssignment> after, boolean stays) {
      return KeepAManager.wouldLeaveNobody(before, after, stays, ROLES, NOW, NOBODY_ELSE_MANAGES);
    }

    @Test
    void ofTheLastManagerLeavesNobody() {
      assertThat(leavesNobody(member("ada", ADMINISTRATOR), lasting(OPERATOR), true)).isTrue();
      assertThat(leavesNobody(member("ada", ADMINISTRATOR), List.of(), false)).isTrue();
      assertThat(leavesNobody(owner("olga"), List.of(), false)).isTrue();
    }

    @Test
    void ofAnOwnersRolesLeavesTheOwner() {
      assertThat(leavesNobody(owner("olga", ADMINISTRATOR), lasting(OPERATOR), true)).isFalse();
    }

    @Test
    void ofSomebodyWhoDidNotManageTakesNothingAway() {
      assertThat(leavesNobody(member("ida", OPERATOR), List.of(), false)).isFalse();
      assertThat(leavesNobody(blocked("ada", ADMINISTRATOR), List.of(), false)).isFalse();
    }

    @Test
    void asksForOthersOnlyIfItMatters() {
      assertThat(
              KeepAManager.wouldLeaveNobody(
                  member("ada", ADMINISTRATOR),
                  lasting(FOREMAN),
                  true,
                  ROLES,
                  NOW,
                  MUST_NOT_BE_ASKED))
          .isFalse();
      assertThat(
              KeepAManager.wouldLeaveNobody(
                  member("ada", ADMINISTRATOR),
                  lasting(OPERATOR),
                  true,
                  ROLES,
                  NOW,
                  SOMEBODY_ELSE_MANAGES))
          .isFalse();
    }
  }
}
