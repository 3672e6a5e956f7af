// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Decision;

/** Carries a denied decision from wherever it was made to the page that explains it. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  /**
   * Refuses a request.
   *
   * @param decision a denied one
   */
  public RefusedException(Decision decision) {
    super(decision.permission() + ": " + decision.reason());
    this.decision = decision;
  }

  Decision decision() {
    return decision;
  }
}
