// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.MembershipProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The default provider of the membership SPI. */
public final class JpaMembershipProviderFactory implements MembershipProviderFactory {

  public static final String ID = "jpa";

  @Override
  public MembershipProvider create(KeycloakSession session) {
    return new JpaMembershipProvider(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new MembershipCleanUp());
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
