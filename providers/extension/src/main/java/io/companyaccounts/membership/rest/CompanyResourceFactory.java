// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes a {@link CompanyResource}; its id is the path segment. */
public interface CompanyResourceFactory extends ProviderFactory<CompanyResource> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
