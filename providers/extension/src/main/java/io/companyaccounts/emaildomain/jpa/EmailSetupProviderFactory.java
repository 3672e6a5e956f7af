// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Has the settings of addresses looked at when a realm is checked. */
public final class EmailSetupProviderFactory implements SetupProviderFactory {

  @Override
  public SetupProvider create(KeycloakSession session) {
    return new EmailSetupProvider(session);
  }

  @Override
  public String getId() {
    return "email-domain";
  }
}
