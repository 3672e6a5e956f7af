// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleAssignmentTest {

  @Test
  void theBeginCountsAndTheEndDoesNot() {
    RoleAssignment lent = new RoleAssignment("r", NOW, TOMORROW);
    assertThat(lent.countsAt(NOW.minusMillis(1))).isFalse();
    assertThat(lent.countsAt(NOW)).isTrue();
    assertThat(lent.countsAt(TOMORROW.minusMillis(1))).isTrue();
    assertThat(lent.countsAt(TOMORROW)).isFalse();
  }

  @Test
  void itIsOverFromItsEndOn() {
    assertThat(until(OPERATOR, NOW).isOver(NOW)).isTrue();
    assertThat(until(OPERATOR, NOW).isOver(YESTERDAY)).isFalse();
    assertThat(from(OPERATOR, TOMORROW).isOver(NEXT_WEEK)).isFalse();
  }

  @Test
  void timesAreKeptToTheMillisecondSoThatWhatIsStoredEqualsWhatWasAsked() {
    assertThat(new RoleAssignment("r", NOW.plusNanos(999_999), TOMORROW.plusNanos(1)))
        .isEqualTo(new RoleAssignment("r", NOW, TOMORROW));
  }

  @Test
  void twoPeriodsAreSpannedFromTheEarlierBeginToTheLaterEnd() {
    RoleAssignment one = new RoleAssignment("r", NOW, NEXT_WEEK);
    RoleAssignment two = new RoleAssignment("r", YESTERDAY, TOMORROW);
    RoleAssignment open = RoleAssignment.lasting("r");
    RoleAssignment both = new RoleAssignment("r", YESTERDAY, NEXT_WEEK);
    assertThat(one.spanning(two)).isEqualTo(both);
    assertThat(two.spanning(one)).isEqualTo(both);
    assertThat(one.spanning(open)).isEqualTo(open);
    assertThat(open.spanning(two)).isEqualTo(open);
  }

  @Test
  void theMomentsToLookAtAreNowAndEachLaterBeginOrEnd() {
    List<RoleAssignment> assignments =
        List.of(
            new RoleAssignment("a", YESTERDAY, TOMORROW),
            new RoleAssignment("b", TOMORROW, NEXT_WEEK),
            RoleAssignment.lasting("c"));
    assertThat(RoleAssignment.momentsFrom(NOW, assignments))
        .containsExactly(NOW, TOMORROW, NEXT_WEEK);
  }
}
