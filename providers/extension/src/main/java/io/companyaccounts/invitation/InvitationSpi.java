// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-invitation}, with one provider. */
public final class InvitationSpi implements Spi {

  public static final String NAME = "company-invitation";

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
    return InvitationProvider.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return InvitationProviderFactory.class;
  }
}
