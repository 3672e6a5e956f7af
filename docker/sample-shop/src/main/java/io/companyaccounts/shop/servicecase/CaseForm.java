// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed.
 *
 * @param machine which machine
 * @param problem what is wrong
 */
public record CaseForm(String machine, String problem) {

  /** Fields that were not sent count as empty. */
  public CaseForm(@Nullable String machine, @Nullable String problem) {
    this.machine = machine == null ? "" : machine.strip();
    this.problem = problem == null ? "" : problem.strip();
  }
}
