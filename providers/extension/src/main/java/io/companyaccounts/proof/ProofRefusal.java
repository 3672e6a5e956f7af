// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.membership.Reason;

/** Why a proof is not redeemed. The code is stable and part of the interface. */
public enum ProofRefusal implements Reason {
  /** Unknown, of another application, or ended: nobody learns which. */
  NOT_FOUND(
      "proof_not_found",
      Kind.NOT_FOUND,
      "There is no such proof, or it has ended. Let the person confirm again."),
  OTHER_REFERENCE(
      "reference_mismatch",
      Kind.CONFLICT,
      "This proof is for something else. Let the person confirm this one."),
  REDEEMED(
      "proof_redeemed",
      Kind.CONFLICT,
      "This proof was redeemed before. If that was not this very order, let the person confirm"
          + " again."),
  PUBLIC_CLIENT(
      "confidential_client_required",
      Kind.FORBIDDEN,
      "Only an application that can keep a secret redeems proofs.");

  private final String code;
  private final Kind kind;
  private final String text;

  ProofRefusal(String code, Kind kind, String text) {
    this.code = code;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** What it says to developers. */
  String text() {
    return text;
  }
}
