// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes a {@link DomainProofProvider} for each Keycloak session. */
public interface DomainProofProviderFactory extends ProviderFactory<DomainProofProvider> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
