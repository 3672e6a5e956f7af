// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(10), 8);

  @Test
  void theWaitDoublesUntilItIsTheLongest() {
    assertThat(IntStream.rangeClosed(1, 7).mapToLong(n -> POLICY.waitAfter(n).toSeconds()))
        .containsExactly(30L, 60L, 120L, 240L, 480L, 600L, 600L);
  }

  @Test
  void theWaitDoesNotOverflow() {
    assertThat(POLICY.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(10));
    assertThat(
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofDays(1_000_000), 9).waitAfter(1000))
        .isPositive();
  }

  @Test
  void itIsOverAfterTheLastAttempt() {
    assertThat(POLICY.isOver(7)).isFalse();
    assertThat(POLICY.isOver(8)).isTrue();
  }

  @Test
  void aMailIsTriedForAboutThreeDays() {
    RetryPolicy policy = MailJobFactory.RETRY;
    Duration all =
        IntStream.range(1, policy.attempts())
            .mapToObj(policy::waitAfter)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(66), Duration.ofHours(78));
  }

  @Test
  void aPolicyThatNeverWaitsOrNeverTriesIsNone() {
    assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofHours(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(Duration.ofHours(2), Duration.ofHours(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(Duration.ofHours(1), Duration.ofHours(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
