// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The default provider of the invitation SPI. */
public final class JpaInvitationProviderFactory implements InvitationProviderFactory {

  public static final String ID = "jpa";

  @Override
  public InvitationProvider create(KeycloakSession session) {
    return new JpaInvitationProvider(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new InvitationCleanUp());
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
