// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Outcome;

/** Decides whether an invitation can be turned down: only as long as it is open. */
final class DeclineInvitation {

  private DeclineInvitation() {}

  static Outcome<Invitation> decline(Invitation invitation) {
    return InvitationRules.open(invitation);
  }
}
