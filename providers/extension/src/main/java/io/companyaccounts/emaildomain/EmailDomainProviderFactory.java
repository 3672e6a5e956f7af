// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes an {@link EmailDomainProvider}. */
public interface EmailDomainProviderFactory extends ProviderFactory<EmailDomainProvider> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
