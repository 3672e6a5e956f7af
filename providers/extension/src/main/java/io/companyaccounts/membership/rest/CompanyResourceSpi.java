// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-resource}: each feature adds its part of the interface. */
public final class CompanyResourceSpi implements Spi {

  public static final String NAME = "company-resource";

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return CompanyResource.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return CompanyResourceFactory.class;
  }
}
