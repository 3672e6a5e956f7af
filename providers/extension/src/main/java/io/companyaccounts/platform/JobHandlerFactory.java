// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes the handler of one kind of job; the provider id is the kind, at most 64 letters. */
public interface JobHandlerFactory extends ProviderFactory<JobHandler> {

  RetryPolicy USUAL_RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1), 10);

  default RetryPolicy retry() {
    return USUAL_RETRY;
  }

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
