// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationInvitationModel.Filter;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's own invitations, which its console shows and its registration page asks for. Their
 * link stays empty: whoever may read it in the console could use it.
 */
final class NativeInvitations {

  private final InvitationManager invitations;
  private final OrganizationModel organization;
  private final JpaInvitations store;

  NativeInvitations(KeycloakSession session, OrganizationModel organization, JpaInvitations store) {
    this.invitations = session.getProvider(OrganizationProvider.class).getInvitationManager();
    this.organization = organization;
    this.store = store;
  }

  /** Makes one for a row; there must be none of the address. */
  void add(InvitationEntity row) {
    OrganizationInvitationModel made =
        invitations.create(organization, row.email, row.firstName, row.lastName);
    made.setExpiresAt(Math.toIntExact(row.expires / 1_000));
    row.nativeId = made.getId();
  }

  /** Removes whatever there is of an address. */
  void clear(String email) {
    List<OrganizationInvitationModel> old =
        invitations.getAllStream(organization, Map.of(Filter.EMAIL, email), null, null).toList();
    old.forEach(each -> invitations.remove(each.getId()));
    if (!old.isEmpty()) {
      store.flush();
    }
  }

  void remove(@Nullable String id) {
    if (id != null) {
      invitations.remove(id);
    }
  }
}
