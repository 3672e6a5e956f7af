// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;

/**
 * When a failed job is tried again: the wait doubles each time.
 *
 * @param first wait after the first failure
 * @param longest the wait never grows above it
 * @param attempts how often it is tried before it is given up, the first time included
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

  private static final int ENOUGH_DOUBLINGS = 30;

  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || attempts < 1) {
      throw new IllegalArgumentException("Waits and attempts must be positive");
    }
  }

  /** Whether a job that failed for the n-th time is given up. */
  public boolean isOver(int attempt) {
    return attempt >= attempts;
  }

  /** How long to wait after the n-th failure, n from 1. */
  public Duration waitAfter(int attempt) {
    Duration wait = first;
    for (int i = 1; i < Math.min(attempt, ENOUGH_DOUBLINGS); i++) {
      wait = wait.multipliedBy(2);
      if (wait.compareTo(longest) >= 0) {
        return longest;
      }
    }
    return wait;
  }
}
