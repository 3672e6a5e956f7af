// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-email-domain}. */
public final class EmailDomainSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-email-domain";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return EmailDomainProvider.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return EmailDomainProviderFactory.class;
  }
}
