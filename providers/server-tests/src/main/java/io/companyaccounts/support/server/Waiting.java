// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens elsewhere. */
public final class Waiting {

  private Waiting() {}

  /** Asks again and again until there is an answer; empty when the time is over. */
  public static <T> Optional<T> forAnswer(Duration atMost, Supplier<Optional<T>> question) {
    Instant end = Instant.now().plus(atMost);
    Optional<T> answer = question.get();
    while (answer.isEmpty() && Instant.now().isBefore(end)) {
      sleep(Duration.ofMillis(50));
      answer = question.get();
    }
    return answer;
  }

  /** Asks again and again; whether the answer was yes before the time was over. */
  public static boolean until(Duration atMost, BooleanSupplier question) {
    return forAnswer(atMost, () -> Optional.of(true).filter(yes -> question.getAsBoolean()))
        .isPresent();
  }

  static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
