// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes a {@link JoinCheck}. */
public interface JoinCheckFactory extends ProviderFactory<JoinCheck> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
