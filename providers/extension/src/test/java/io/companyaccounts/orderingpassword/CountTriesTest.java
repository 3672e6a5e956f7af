// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.orderingpassword.CountTries.OfCompany;
import io.companyaccounts.orderingpassword.CountTries.OfMember;
import io.companyaccounts.orderingpassword.CountTries.Turn;
import io.companyaccounts.orderingpassword.CountTries.Wrong;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How often somebody may be wrong. */
class CountTriesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final OrderingSettings SETTINGS = OrderingSettings.USUAL;

  private OfMember member = OfMember.NONE;
  private OfCompany company = OfCompany.NONE;

  @Test
  void whoWasNeverWrongHasAllTries() {
    assertThat(turn(NOW)).isEqualTo(new Turn.Open(5));
  }

  @Test
  void theWaitGrowsWithEachWrongTryUntilTheLock() {
    List<Duration> waits = new ArrayList<>();
    Instant at = NOW;
    for (int i = 0; i < 5; i++) {
      wrong(at);
      Instant openAt = Objects.requireNonNull(member.openAt());
      waits.add(Duration.between(at, openAt));
      at = openAt;
    }

    assertThat(waits)
        .containsExactly(
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofMinutes(15));
    assertThat(member.locked()).isTrue();
  }

  @Test
  void nobodyTriesWhileWaiting() {
    wrong(NOW);
    wrong(NOW);

    assertThat(turn(NOW.plusSeconds(1))).isEqualTo(new Turn.Wait(NOW.plusSeconds(2), 3));
    assertThat(turn(NOW.plusSeconds(2))).isEqualTo(new Turn.Open(3));
  }

  @Test
  void aLockEndsByItselfAndThenAllTriesAreBack() {
    member = new OfMember(5, NOW, NOW.plusSeconds(900), true);

    assertThat(turn(NOW.plusSeconds(899))).isEqualTo(new Turn.Locked(NOW.plusSeconds(900), false));
    assertThat(turn(NOW.plusSeconds(900))).isEqualTo(new Turn.Open(5));
    wrong(NOW.plusSeconds(900));
    assertThat(member.failures()).isEqualTo(1);
  }

  @Test
  void wrongTriesOfYesterdayAreForgotten() {
    member = new OfMember(4, NOW, NOW, false);

    assertThat(turn(NOW.plus(Duration.ofHours(12)))).isEqualTo(new Turn.Open(1));
    assertThat(turn(NOW.plus(Duration.ofHours(12)).plusMillis(1))).isEqualTo(new Turn.Open(5));
  }

  @Test
  void tooManyWrongTriesOfAllMembersLockTheCompany() {
    for (int i = 0; i < 29; i++) {
      member = OfMember.NONE;
      assertThat(wrong(NOW.plusSeconds(i)).locksCompany()).isFalse();
    }
    member = OfMember.NONE;

    Wrong last = wrong(NOW.plusSeconds(29));

    Instant until = NOW.plusSeconds(29).plus(Duration.ofMinutes(15));
    assertThat(last.locksCompany()).isTrue();
    assertThat(last.next()).isEqualTo(new Turn.Locked(until, true));
    member = OfMember.NONE;
    assertThat(turn(until.minusMillis(1))).isEqualTo(new Turn.Locked(until, true));
    assertThat(turn(until)).isEqualTo(new Turn.Open(5));
    assertThat(wrong(until).locksCompany()).as("the hour is not over").isTrue();
    member = OfMember.NONE;
    assertThat(wrong(NOW.plus(Duration.ofHours(1))).company().failures()).isEqualTo(1);
  }

  @Test
  void theCompanyIsCountedByTheHour() {
    company = new OfCompany(29, NOW, null);

    assertThat(wrong(NOW.plus(Duration.ofHours(1))).company().failures()).isEqualTo(1);
  }

  /** One member alone is locked before the company is. */
  @Property(tries = 300)
  void whoeverTriesAsOftenAsPossibleGetsNoMoreThanAllowed(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 20) Integer> pauses) {
    Instant at = NOW;
    List<Instant> looked = new ArrayList<>();
    for (int pause : pauses) {
      at = at.plusSeconds(pause);
      if (turn(at) instanceof Turn.Open) {
        looked.add(at);
        wrong(at);
      }
    }
    for (Instant begin : looked) {
      assertThat(
              looked.stream()
                  .filter(each -> !each.isBefore(begin))
                  .filter(each -> each.isBefore(begin.plus(Duration.ofMinutes(15)))))
          .hasSizeLessThan(2 * SETTINGS.memberTries());
    }
    assertThat(company.lockedUntil()).isNull();
  }

  private Turn turn(Instant at) {
    return new CountTries(SETTINGS, at).turn(member, company);
  }

  private Wrong wrong(Instant at) {
    Wrong wrong = new CountTries(SETTINGS, at).wrong(member, company);
    member = wrong.member();
    company = wrong.company();
    return wrong;
  }
}
