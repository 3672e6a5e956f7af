// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.proof.ProofMapper;

/**
 * Tells the requesting client which orders the person has confirmed, in the claim {@code ordering}.
 */
public final class OrderingProofMapper extends ProofMapper {

  public static final String ID = "company-ordering-mapper";

  public OrderingProofMapper() {
    super(OrderingProofs.INSTANCE);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Confirmed orders of companies";
  }

  @Override
  public String getHelpText() {
    return "Adds the claim ordering while the person has an order confirmed with the company's"
        + " ordering password in this application.";
  }
}
