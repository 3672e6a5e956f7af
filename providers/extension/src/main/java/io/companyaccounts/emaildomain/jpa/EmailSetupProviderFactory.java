// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Has the settings of addresses looked at when a realm is checked. */
public final class EmailSetupProviderFactory implements SetupProviderFactory {

  @Override
  public SetupProvider create(KeycloakSession session) {
    return new EmailSetupProvider(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "email-domain";
  }
}
