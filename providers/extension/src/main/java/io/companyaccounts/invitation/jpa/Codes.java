// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.InvitationCode.Purpose;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Makes codes with the key that the realm has for its own tokens. */
record Codes(KeycloakSession session, RealmModel realm) {

  InvitationCode of(InvitationEntity row) {
    return code(Purpose.INVITATION, row.id, row.generation);
  }

  InvitationCode of(InviteLinkEntity row) {
    return code(Purpose.LINK, row.id, row.generation);
  }

  private InvitationCode code(Purpose purpose, String id, int generation) {
    return InvitationCode.derive(
        session
            .keys()
            .getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
            .getSecretKey(),
        purpose,
        id,
        generation);
  }
}
