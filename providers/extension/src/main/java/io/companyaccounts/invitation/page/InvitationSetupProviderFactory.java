// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the set-up of invitations. */
public final class InvitationSetupProviderFactory implements SetupProviderFactory {

  public static final String ID = "invitation";

  @Override
  public SetupProvider create(KeycloakSession session) {
    return new InvitationSetupProvider(session);
  }

  @Override
  public String getId() {
    return ID;
  }
}
