// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.OpenedInvitation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.utils.Organizations;

/** The way through Keycloak's own registration page, which asks for a signed key. */
record InvitedRegistrations(KeycloakSession session) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Made now, stored nowhere, and dead as soon as the invitation is sent again or ends. */
  String token(OpenedInvitation opened, String clientId, String redirectUri) {
    Invitation invitation = opened.invitation();
    RealmModel realm = session.getContext().getRealm();
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    Instant until = now.plus(LONGEST);
    String nativeId =
        addresses(invitation.organizationId())
            .reserved(invitation.person().email(), now)
            .map(JpaInvitedAddresses.Reserved::nativeId)
            .orElseThrow(() -> new IllegalStateException("The invitation is not open"));
    InviteOrgActionToken token =
        new InviteOrgActionToken(
            null,
            Math.toIntExact(
                (until.isBefore(invitation.expires()) ? until : invitation.expires())
                    .getEpochSecond()),
            invitation.person().email(),
            clientId);
    token.setOrgId(invitation.organizationId());
    token.id(nativeId);
    token.setRedirectUri(redirectUri);
    return token.serialize(session, realm, session.getContext().getUri());
  }

  /** Empty if nobody registers by an invitation of ours, or its key is no longer good. */
  Optional<StoredInvitation> running() {
    InviteOrgActionToken token = token();
    if (token == null || token.getEmail() == null || token.getOrgId() == null) {
      return Optional.empty();
    }
    Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    return addresses(token.getOrgId())
        .reserved(token.getEmail(), now)
        .filter(reserved -> reserved.nativeId().equals(token.getId()))
        .filter(reserved -> reserved.id() != null)
        .flatMap(reserved -> store().read("id", String.valueOf(reserved.id()), token.getOrgId()));
  }

  private @Nullable InviteOrgActionToken token() {
    if (session.getAttribute(InviteOrgActionToken.class.getName())
        instanceof InviteOrgActionToken checked) {
      return checked;
    }
    try {
      return Organizations.parseInvitationToken(session, session.getContext().getHttpRequest());
    } catch (VerificationException e) {
      return null;
    }
  }

  private JpaInvitedAddresses addresses(String orgId) {
    return new JpaInvitedAddresses(session, session.getContext().getRealm().getId(), orgId);
  }

  private JpaInvitations store() {
    return new JpaInvitations(session, session.getContext().getRealm().getId());
  }
}
