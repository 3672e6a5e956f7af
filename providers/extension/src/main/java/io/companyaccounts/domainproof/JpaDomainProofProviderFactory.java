// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import org.keycloak.models.KeycloakSession;

/** The default provider of the SPI {@code company-domain-proof}. */
public final class JpaDomainProofProviderFactory implements DomainProofProviderFactory {

  public static final String ID = "jpa";

  @Override
  public DomainProofProvider create(KeycloakSession session) {
    return new JpaDomainProofProvider(session);
  }

  @Override
  public String getId() {
    return ID;
  }
}
