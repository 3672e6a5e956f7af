// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** How features bring their kinds of jobs; meant for the pack itself. */
public final class JobHandlerSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-job";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return JobHandler.class;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return JobHandlerFactory.class;
  }
}
