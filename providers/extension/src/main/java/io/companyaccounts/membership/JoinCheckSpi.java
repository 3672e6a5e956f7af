// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-join-check}: all its providers are asked at every join. */
public final class JoinCheckSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-join-check";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return JoinCheck.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return JoinCheckFactory.class;
  }
}
