// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Outcome;

/** Decides whether somebody may ask for a new invitation: once for each that has expired. */
final class AskForNewInvitation {

  private AskForNewInvitation() {}

  /**
   * @param askedAlready since it was last sent
   * @param enabled whether the organization takes part
   */
  static Outcome<Invitation> ask(Invitation invitation, boolean askedAlready, boolean enabled) {
    if (invitation.state() == InvitationState.OPEN) {
      return Outcome.refused(InvitationRefusal.STILL_OPEN);
    }
    if (invitation.state() != InvitationState.EXPIRED) {
      return Outcome.refused(InvitationRefusal.of(invitation.state()).orElseThrow());
    }
    if (!enabled) {
      return Outcome.refused(InvitationRefusal.SUSPENDED);
    }
    return askedAlready
        ? Outcome.refused(InvitationRefusal.ASKED_ALREADY)
        : Outcome.done(invitation);
  }
}
