// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes a {@link SetupProvider} for each Keycloak session. */
public interface SetupProviderFactory extends ProviderFactory<SetupProvider> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
