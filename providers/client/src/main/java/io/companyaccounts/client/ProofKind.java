// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Set;

/** What a person can be asked for before something binding is done. */
public enum ProofKind {
  /** The company's ordering password. */
  ORDERING(
      "ordering",
      "company-ordering-password",
      Set.of(Proof.Method.PASSWORD, Proof.Method.EXEMPT, Proof.Method.NONE)),

  /** A code or link that is sent by mail. */
  CONFIRMATION(
      "confirmation", "company-confirm-by-mail", Set.of(Proof.Method.MAIL, Proof.Method.EXEMPT));

  private final String claim;
  private final String action;
  private final Set<Proof.Method> methods;

  ProofKind(String claim, String action, Set<Proof.Method> methods) {
    this.claim = claim;
    this.action = action;
    this.methods = methods;
  }

  /**
   * Name of the claim that holds the proofs, also the last but one part of the address to redeem.
   */
  public String claim() {
    return claim;
  }

  /** Id of the required action in Keycloak, the part of {@code kc_action} before the colon. */
  public String action() {
    return action;
  }

  boolean isProvenBy(Proof.Method method) {
    return methods.contains(method);
  }
}
