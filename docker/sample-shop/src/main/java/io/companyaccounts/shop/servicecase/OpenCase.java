// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.util.EnumSet;
import java.util.Set;

/** Opens a service case. */
final class OpenCase {

  private OpenCase() {}

  /** What became of it. */
  sealed interface Result {}

  /** There is a new case. */
  record Opened(ServiceCase serviceCase) implements Result {}

  /** The person may not open cases. */
  record Forbidden(Decision decision) implements Result {}

  /** The form has to be filled in again. */
  record Invalid(Set<Problem> problems) implements Result {}

  /** What can be wrong with a form; each has its text. */
  enum Problem {
    MACHINE,
    PROBLEM,
    FULL
  }

  static Result open(ServiceCases cases, Buyer buyer, CaseForm form) {
    Decision decision = buyer.may(ShopPermission.CASE_CREATE);
    if (decision.denied()) {
      return new Forbidden(decision);
    }
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    if (isMisfit(form.machine(), ServiceCase.LONGEST_MACHINE)) {
      problems.add(Problem.MACHINE);
    }
    if (isMisfit(form.problem(), ServiceCase.LONGEST_PROBLEM)) {
      problems.add(Problem.PROBLEM);
    }
    return problems.isEmpty() ? add(cases, buyer, form) : new Invalid(problems);
  }

  private static Result add(ServiceCases cases, Buyer buyer, CaseForm form) {
    return cases
        .add(buyer.company(), form.machine(), form.problem(), buyer.person())
        .<Result>map(Opened::new)
        .orElseGet(() -> new Invalid(EnumSet.of(Problem.FULL)));
  }

  private static boolean isMisfit(String text, int longest) {
    return text.isEmpty() || text.length() > longest;
  }
}
