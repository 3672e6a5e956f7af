// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-membership}: read and change members, their roles and permissions. */
public final class MembershipSpi implements Spi {

  public static final String NAME = "company-membership";

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
    return MembershipProvider.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return MembershipProviderFactory.class;
  }
}
