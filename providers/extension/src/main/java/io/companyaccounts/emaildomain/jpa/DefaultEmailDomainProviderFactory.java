// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailDomainProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The default provider of the SPI {@code company-email-domain}. */
public final class DefaultEmailDomainProviderFactory implements EmailDomainProviderFactory {

  public static final String ID = "default";

  @Override
  public EmailDomainProvider create(KeycloakSession session) {
    return new DefaultEmailDomainProvider(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
