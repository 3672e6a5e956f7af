// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.proof.ProofMapper;

/**
 * Tells the requesting client what the person has confirmed by mail, in the claim {@code
 * confirmation}.
 */
public final class ConfirmationProofMapper extends ProofMapper {

  public static final String ID = "company-confirmation-mapper";

  public ConfirmationProofMapper() {
    super(ConfirmationProofs.INSTANCE);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Confirmations by mail of companies";
  }

  @Override
  public String getHelpText() {
    return "Adds the claim confirmation while the person has something confirmed with a mailed code"
        + " in this application.";
  }
}
