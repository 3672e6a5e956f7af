// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailDomainProviderFactory;
import org.keycloak.models.KeycloakSession;

/** The default provider of the SPI {@code company-email-domain}. */
public final class DefaultEmailDomainProviderFactory implements EmailDomainProviderFactory {

  public static final String ID = "default";

  @Override
  public EmailDomainProvider create(KeycloakSession session) {
    return new DefaultEmailDomainProvider(session);
  }

  @Override
  public String getId() {
    return ID;
  }
}
