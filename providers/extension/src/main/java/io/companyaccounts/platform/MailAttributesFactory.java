// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes what completes the mails of one template. */
public interface MailAttributesFactory extends ProviderFactory<MailAttributes> {

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
