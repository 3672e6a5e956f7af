// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-mail-attributes}: one provider for each template that needs it. */
public final class MailAttributesSpi implements Spi {

  static final String NAME = "company-mail-attributes";

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
    return MailAttributes.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return MailAttributesFactory.class;
  }
}
