// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.InvitationSettings;
import io.companyaccounts.setup.Finding;
import io.companyaccounts.setup.RequiredActionStep;
import io.companyaccounts.setup.SetUpStep;
import io.companyaccounts.setup.SetupProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What invitations need in a realm. */
final class InvitationSetupProvider implements SetupProvider {

  private final KeycloakSession session;

  InvitationSetupProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public List<SetUpStep> steps() {
    RealmModel realm = session.getContext().getRealm();
    return List.of(
        new JoinClientStep(session, realm),
        new RequiredActionStep(
            realm,
            JoinRequiredActionFactory.ID,
            JoinRequiredActionFactory.NAME,
            RequiredActionStep.LAST));
  }

  @Override
  public List<Finding> findings() {
    RealmModel realm = session.getContext().getRealm();
    @Nullable String wanted = InvitationSettings.of(realm::getAttribute).client();
    if (wanted == null) {
      return List.of();
    }
    @Nullable ClientModel client = realm.getClientByClientId(wanted);
    return client != null && client.isEnabled()
        ? List.of()
        : List.of(
            Finding.warning(
                "invitation_client_missing",
                "The attribute company.invitation.client names no application of the realm that is"
                    + " switched on, so people who join get to the account console. Correct it.",
                Map.of("client", wanted)));
  }

  @Override
  public List<String> remains() {
    return List.of(
        "Invitations and invite links of companies. Nobody can join by them until the realm is set"
            + " up again.");
  }
}
