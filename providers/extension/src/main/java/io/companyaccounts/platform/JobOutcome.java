// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Instant;

/**
 * How a run of a job ended. What the run wrote is committed with each outcome; only an exception
 * rolls it back (and counts as failure).
 */
public sealed interface JobOutcome {

  /** The work is done, the job goes away. */
  record Done() implements JobOutcome {}

  /**
   * It did not work this time.
   *
   * @param error category for people who look after the server, without data of people
   */
  record Retry(String error) implements JobOutcome {}

  /**
   * The work is done for now, and the same job runs again then; its attempts are counted anew. Was
   * it asked for while it ran, it runs again when that was asked for.
   */
  record Again(Instant due) implements JobOutcome {}

  /** It will never work. */
  record GiveUp(String error) implements JobOutcome {}

  static JobOutcome done() {
    return new Done();
  }

  static JobOutcome again(Instant due) {
    return new Again(due);
  }

  static JobOutcome retry(String error) {
    return new Retry(error);
  }

  static JobOutcome giveUp(String error) {
    return new GiveUp(error);
  }
}
