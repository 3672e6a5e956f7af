// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-setup}: every provider of it takes part in set-up and check. */
public final class SetupSpi implements Spi {

  public static final String NAME = "company-setup";

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
    return SetupProvider.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return SetupProviderFactory.class;
  }
}
