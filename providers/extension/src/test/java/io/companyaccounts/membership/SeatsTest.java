// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsTest {

  @ParameterizedTest
  @CsvSource({"0,0", "5,5", "' 12 ',12", "2147483647,2147483647"})
  void aLimitIsAWholeNumberFromZeroOn(String text, int limit) {
    assertThat(Seats.parse(text)).contains(limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "5.5", "five", "2147483648", "1e3"})
  void anythingElseIsNone(String text) {
    assertThat(Seats.parse(text)).isEmpty();
  }

  @Test
  void membersAndOpenInvitationsTakeSeats() {
    Seats seats = new Seats(5, 2, 1);
    assertThat(seats.left()).hasValue(2);
    assertThat(seats.leaves(2)).isTrue();
    assertThat(seats.leaves(3)).isFalse();
  }

  @Test
  void aLimitLoweredBelowWhatIsUsedLeavesNoneButNeverLessThanNone() {
    Seats seats = new Seats(2, 4, 3);
    assertThat(seats.left()).hasValue(0);
    assertThat(seats.leaves(0)).isFalse();
  }

  @Test
  void whoIsInvitedNeedsASeatAmongMembersOthersAlsoOneThatNobodyIsInvitedTo() {
    Seats seats = new Seats(3, 3, 1);
    assertThat(seats.hold(true)).isTrue();
    assertThat(seats.hold(false)).isFalse();
    assertThat(new Seats(2, 3, 0).hold(true)).isFalse();
    assertThat(new Seats(3, 3, 0).hold(false)).isTrue();
  }

  @Test
  void withoutALimitThereIsAlwaysOne() {
    assertThat(Seats.UNLIMITED.left()).isEmpty();
    assertThat(Seats.UNLIMITED.leaves(1_000_000)).isTrue();
    assertThat(new Seats(null, 9, 9).hold(false)).isTrue();
  }
}
