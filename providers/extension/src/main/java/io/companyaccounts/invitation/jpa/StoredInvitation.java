// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.InvitedPerson;
import io.companyaccounts.membership.RoleAssignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with what belongs to it.
 *
 * @param nativeId id of Keycloak's invitation of the same address; null if there is none
 * @param nativeExpires when that one expires, in seconds of the epoch
 * @param mail state of the last mail; null if it is forgotten
 * @param roles what it gives
 */
record StoredInvitation(
    InvitationEntity row,
    @Nullable String nativeId,
    @Nullable Integer nativeExpires,
    @Nullable String mail,
    List<RoleAssignment> roles) {

  /** Starts with row, native id, native expiry and state of the mail. */
  static StoredInvitation of(Object[] line) {
    return new StoredInvitation(
        (InvitationEntity) line[0],
        (String) line[1],
        (Integer) line[2],
        (String) line[3],
        new ArrayList<>());
  }

  /**
   * It is open only while Keycloak has an invitation of the address: deleted in the console it is
   * withdrawn, sent again there it lives as long as that one.
   */
  InvitationState stateAt(Instant now) {
    if (row.state != InvitationState.OPEN) {
      return row.state;
    }
    if (!expires().isAfter(now)) {
      return InvitationState.EXPIRED;
    }
    return nativeId == null ? InvitationState.WITHDRAWN : InvitationState.OPEN;
  }

  private Instant expires() {
    boolean open = row.state == InvitationState.OPEN;
    return open && nativeExpires != null
        ? Instant.ofEpochSecond(nativeExpires)
        : Instant.ofEpochMilli(row.expires);
  }

  Invitation at(Instant now) {
    return new Invitation(
        row.id,
        row.orgId,
        new InvitedPerson(row.email, row.firstName, row.lastName, row.phone),
        roles,
        row.message,
        row.locale,
        stateAt(now),
        Instant.ofEpochMilli(row.created),
        Instant.ofEpochMilli(row.sent),
        expires(),
        row.ended == null ? null : Instant.ofEpochMilli(row.ended),
        new Invitation.Inviter(row.inviterKind, row.inviterId, row.inviterName),
        row.acceptedBy,
        row.linkId,
        row.batchId,
        row.generation,
        mailState(),
        row.version);
  }

  private Invitation.@Nullable MailState mailState() {
    for (Invitation.MailState state : Invitation.MailState.values()) {
      if (state.name().equals(mail)) {
        return state;
      }
    }
    return null;
  }
}
