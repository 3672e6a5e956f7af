// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.setup.SetUpAction;
import io.companyaccounts.setup.SetUpObstacle;
import io.companyaccounts.setup.SetUpStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/** The client {@code company-join}, in whose name invited people register and sign in. */
final class JoinClientStep implements SetUpStep {

  /** Marks the client as the pack's own. */
  static final String MARK = "company.join";

  private static final String KIND = "client";
  private static final String ID = PageAddresses.CLIENT;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final String redirect;

  JoinClientStep(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.redirect = PageAddresses.redirectPattern(realm);
  }

  @Override
  public Optional<SetUpObstacle> obstacle() {
    @Nullable ClientModel client = realm.getClientByClientId(ID);
    return client == null || isOurs(client)
        ? Optional.empty()
        : Optional.of(
            new SetUpObstacle(
                "join_client_taken",
                "The realm has an application with the client id 'company-join' already. This id is"
                    + " needed for people who accept invitations: give the application another one,"
                    + " then run the set-up."));
  }

  @Override
  public List<SetUpAction> missing() {
    @Nullable ClientModel client = realm.getClientByClientId(ID);
    if (client == null) {
      return List.of(SetUpAction.of(KIND, ID, "Add the client '%s'".formatted(ID), this::add));
    }
    if (!client.getRedirectUris().contains(redirect)) {
      return List.of(
          SetUpAction.of(
              "redirect_uri",
              ID,
              "Let the client '%s' send people to %s".formatted(ID, redirect),
              () -> client.addRedirectUri(redirect)));
    }
    return List.of();
  }

  @Override
  public List<SetUpAction> removable() {
    @Nullable ClientModel client = realm.getClientByClientId(ID);
    return client == null || !isOurs(client)
        ? List.of()
        : List.of(
            SetUpAction.of(
                KIND,
                ID,
                "Remove the client '%s'".formatted(ID),
                () -> new ClientManager(new RealmManager(session)).removeClient(realm, client)));
  }

  private static boolean isOurs(ClientModel client) {
    return Boolean.parseBoolean(client.getAttribute(MARK));
  }

  private void add() {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(ID);
    client.setName(PageAddresses.CLIENT_NAME);
    client.setDescription("People who accept an invitation to a company come in by it");
    client.setEnabled(true);
    client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
    client.setPublicClient(true);
    client.setStandardFlowEnabled(true);
    client.setImplicitFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setServiceAccountsEnabled(false);
    client.setFullScopeAllowed(false);
    client.setRootUrl(Constants.AUTH_BASE_URL_PROP);
    client.setRedirectUris(List.of(redirect));
    client.setWebOrigins(List.of());
    client.setAttributes(Map.of(MARK, "true"));
    client.setDefaultClientScopes(List.of());
    client.setOptionalClientScopes(List.of());
    ClientManager.createClient(session, realm, client);
  }
}
