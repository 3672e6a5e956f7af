// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.platform.RealmImport;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the gate, and registers what guards the joins. */
public final class GateRequiredActionFactory implements RequiredActionFactory {

  /** Keycloak wants the alias of a required action to equal the provider's id. */
  public static final String ID = MembershipProvider.GATE_ACTION;

  /** What the console shows. */
  public static final String NAME = "Company access check";

  @Override
  public String getDisplayText() {
    return NAME;
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return new GateRequiredAction(session);
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new RealmImport());
    factory.register(new JoinListener());
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
