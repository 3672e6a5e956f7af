// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * The company a visitor looked at last, to come back to. For no decision: every address names its
 * company, so that two windows for two companies cannot be mixed up.
 */
final class LastCompany {

  private static final String ATTRIBUTE = LastCompany.class.getName();

  private LastCompany() {}

  static void remember(HttpSession session, String company) {
    session.setAttribute(ATTRIBUTE, company);
  }

  /** The remembered company when it is still one of the visitor's, otherwise the first of them. */
  static Optional<String> of(HttpSession session, Visitor visitor) {
    return Optional.ofNullable(session.getAttribute(ATTRIBUTE))
        .map(Object::toString)
        .filter(visitor.companies()::contains)
        .or(() -> visitor.companies().stream().findFirst());
  }
}
