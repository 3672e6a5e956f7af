// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.proof.RedeemResource;
import org.keycloak.models.KeycloakSession;

/** Mounts the redeeming of proofs at {@code …/company/confirmation}. */
public final class ConfirmationRedeemResourceFactory implements CompanyResourceFactory {

  public static final String ID = "confirmation";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofRealm() {
        return new RedeemResource(session, ConfirmationProofs.INSTANCE);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
