// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.proof.RedeemResource;
import org.keycloak.models.KeycloakSession;

/** Mounts the redeeming of proofs at {@code …/company/ordering}. */
public final class OrderingRedeemResourceFactory implements CompanyResourceFactory {

  public static final String ID = "ordering";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofRealm() {
        return new RedeemResource(session, OrderingProofs.INSTANCE);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
