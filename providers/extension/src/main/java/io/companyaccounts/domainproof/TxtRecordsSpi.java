// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code company-dns}: who is asked for DNS records. */
public final class TxtRecordsSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "company-dns";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return TxtRecords.class;
  }

  @Override
  public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
    return TxtRecordsFactory.class;
  }
}
