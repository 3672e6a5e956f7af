// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import java.util.function.Supplier;

/** What is asked of a person before something may be done for a company. */
public sealed interface Admission {

  /**
   * It is never allowed.
   *
   * @param why asked only if no other company is open
   */
  record Refused(Supplier<StepEnd> why) implements Admission {}

  /** Nothing: the role is enough. */
  record Free(Grant grant) implements Admission {}

  /** What the action asks of everybody else. */
  record Asked() implements Admission {}

  /**
   * What a proof will say.
   *
   * @param method how it was confirmed
   * @param version of the secret behind it
   * @param seconds how long it counts
   */
  record Grant(String method, int version, int seconds) {}
}
