// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/** The client {@code company}, that nobody signs in to: it holds the pack's own permissions. */
final class CompanyClientStep implements SetUpStep {

  private static final String CLIENT = "client";
  private static final String PERMISSION = "permission";

  private final KeycloakSession session;
  private final RealmModel realm;

  CompanyClientStep(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  @Override
  public Optional<SetUpObstacle> obstacle() {
    ClientModel client = client();
    if (client == null || !letsPeopleIn(client) || !ownRoles(client).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SetUpObstacle(
            "client_taken",
            "The realm has an application with the client id 'company' already. This id is needed"
                + " for the permissions of the company accounts: give the application another one,"
                + " then run the set-up."));
  }

  /** Whether anybody gets tokens for this client, as is never so for the pack's own. */
  static boolean letsPeopleIn(ClientModel client) {
    return client.isStandardFlowEnabled()
        || client.isImplicitFlowEnabled()
        || client.isDirectAccessGrantsEnabled()
        || client.isServiceAccountsEnabled();
  }

  @Override
  public List<SetUpAction> missing() {
    List<SetUpAction> actions = new ArrayList<>();
    ClientModel client = client();
    if (client == null) {
      actions.add(
          SetUpAction.of(CLIENT, Permission.COMPANY_CLIENT, "Add the client 'company'", this::add));
    }
    for (OwnPermission permission : OwnPermission.ALL) {
      if (client == null || client.getRole(permission.name()) == null) {
        actions.add(
            SetUpAction.of(
                PERMISSION,
                permission.name(),
                "Add the permission '" + permission.name() + "' to the client 'company'",
                () -> add(permission)));
      }
    }
    return actions;
  }

  /** The client itself goes only if nobody put anything else on it. */
  @Override
  public List<SetUpAction> removable() {
    ClientModel client = client();
    if (client == null) {
      return List.of();
    }
    List<RoleModel> own = ownRoles(client);
    List<SetUpAction> actions = new ArrayList<>();
    for (RoleModel role : own) {
      actions.add(
          SetUpAction.of(
              PERMISSION,
              role.getName(),
              "Remove the permission '" + role.getName() + "' from the client 'company'",
              () -> client.removeRole(role)));
    }
    if (!letsPeopleIn(client) && client.getRolesStream().count() == own.size()) {
      actions.add(
          SetUpAction.of(
              CLIENT,
              Permission.COMPANY_CLIENT,
              "Remove the client 'company'",
              () -> new ClientManager(new RealmManager(session)).removeClient(realm, client)));
    }
    return actions;
  }

  private @Nullable ClientModel client() {
    return realm.getClientByClientId(Permission.COMPANY_CLIENT);
  }

  private static List<RoleModel> ownRoles(ClientModel client) {
    return OwnPermission.ALL.stream()
        .map(permission -> client.getRole(permission.name()))
        .filter(Objects::nonNull)
        .toList();
  }

  private void add() {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(Permission.COMPANY_CLIENT);
    client.setName("Company accounts");
    client.setDescription(
        "Holds the permissions of the company accounts themselves; nobody signs in to it");
    client.setEnabled(true);
    client.setProtocol(ScopeDraft.OPENID_CONNECT);
    client.setPublicClient(false);
    client.setBearerOnly(true);
    client.setStandardFlowEnabled(false);
    client.setImplicitFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setServiceAccountsEnabled(false);
    client.setFullScopeAllowed(false);
    client.setDefaultClientScopes(List.of());
    client.setOptionalClientScopes(List.of());
    ClientManager.createClient(session, realm, client).setSecret(null);
  }

  private void add(OwnPermission permission) {
    RoleModel role =
        realm.getClientByClientId(Permission.COMPANY_CLIENT).addRole(permission.name());
    role.setDescription(permission.description());
    role.setSingleAttribute(RoleAttributes.RESOURCE, permission.resource());
    if (permission.level() != null) {
      role.setSingleAttribute(RoleAttributes.LEVEL, permission.level());
    }
    role.setSingleAttribute(
        RoleAttributes.ASSIGNABLE, Boolean.toString(permission.intoCustomRoles()));
  }
}
