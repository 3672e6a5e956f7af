// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The job queue; its options are {@code --spi-company-jobs--default--…}. */
public final class JobsSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-jobs";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return Jobs.class;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return JobsFactory.class;
  }
}
