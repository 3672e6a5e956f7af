// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleContainerModel.RoleRemovedEvent;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Forgets people and roles that are removed in Keycloak. Rows of a removed organization or realm
 * vanish by foreign key.
 */
final class InvitationCleanUp implements ProviderEventListener {

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof UserRemovedEvent removed) {
      gone(removed.getKeycloakSession(), removed.getRealm(), removed.getUser().getId());
    } else if (event instanceof RoleRemovedEvent removed) {
      gone(removed.getKeycloakSession(), removed.getRole());
    }
  }

  private static void gone(KeycloakSession session, RealmModel realm, String userId) {
    new JpaInvitations(session, realm.getId()).forgetPerson(userId);
    new JpaInviteLinks(session, realm.getId()).forgetPerson(userId);
  }

  /** Client roles are permissions and given to nobody directly. */
  private static void gone(KeycloakSession session, RoleModel role) {
    if (!(role.getContainer() instanceof ClientModel)
        && role.getContainer() instanceof RealmModel realm) {
      new JpaInvitations(session, realm.getId()).removeRole(role.getId());
      new JpaInviteLinks(session, realm.getId()).removeRole(role.getId());
    }
  }
}
