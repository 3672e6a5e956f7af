// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.models.UserModel;

/**
 * What invitations there are for a person who joins without accepting one.
 *
 * @param stored ours, under the lock; null if there is none
 * @param nativeId Keycloak's
 * @param registering whether the person registers with the key of an invitation
 * @param over whether that invitation has ended since the page was shown
 */
record InvitedPersonFound(
    @Nullable StoredInvitation stored,
    @Nullable String nativeId,
    boolean registering,
    boolean over) {

  static InvitedPersonFound of(Company company, UserModel user) {
    InviteOrgActionToken token = token(company);
    boolean registering = token != null;
    if (registering) {
      company.members().lock(company.organization());
    }
    String email = user.getEmail();
    JpaInvitedAddresses.Reserved reserved =
        email == null ? null : reserved(company, email.toLowerCase(Locale.ROOT));
    if (reserved == null) {
      return new InvitedPersonFound(null, null, registering, registering);
    }
    boolean over = token != null && !reserved.nativeId().equals(token.getId());
    if (reserved.id() == null || over) {
      return new InvitedPersonFound(null, reserved.nativeId(), registering, over);
    }
    company.members().lock(company.organization());
    return company
        .invitations()
        .forChange("id", reserved.id(), company.id())
        .filter(stored -> stored.stateAt(company.now()) == InvitationState.OPEN)
        .map(stored -> new InvitedPersonFound(stored, stored.nativeId(), registering, false))
        .orElseGet(() -> new InvitedPersonFound(null, null, registering, registering));
  }

  private static JpaInvitedAddresses.@Nullable Reserved reserved(Company company, String email) {
    return company.addresses().reserved(email, company.now()).orElse(null);
  }

  /** Keycloak notes it while it checks a registration. */
  static @Nullable InviteOrgActionToken token(Company company) {
    return company.session().getAttribute(InviteOrgActionToken.class.getName())
                instanceof InviteOrgActionToken token
            && company.id().equals(token.getOrgId())
        ? token
        : null;
  }
}
