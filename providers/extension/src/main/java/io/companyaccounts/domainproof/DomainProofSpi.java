// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-domain-proof}, with one provider. */
public final class DomainProofSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-domain-proof";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return DomainProofProvider.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return DomainProofProviderFactory.class;
  }
}
