// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the page on which a signed-in person accepts an invitation. */
public final class JoinRequiredActionFactory implements RequiredActionFactory {

  /** Keycloak wants the alias of a required action to equal the provider's id. */
  public static final String ID = "company-join";

  /** What the console shows. */
  public static final String NAME = "Join a company by invitation";

  @Override
  public String getDisplayText() {
    return NAME;
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return new JoinRequiredAction(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
