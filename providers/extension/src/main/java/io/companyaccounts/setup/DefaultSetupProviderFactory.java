// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the set-up of members, roles and permissions, and runs all set-up that start asks for. */
public final class DefaultSetupProviderFactory implements SetupProviderFactory {

  public static final String ID = "default";

  private StartSettings settings = StartSettings.NONE;

  @Override
  public SetupProvider create(KeycloakSession session) {
    return new DefaultSetupProvider(session);
  }

  @Override
  public void init(Config.Scope config) {
    settings = StartSettings.of(config);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            new SetUpAtStart(factory, settings).run();
          }
        });
  }

  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return StartSettings.OPTIONS;
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
