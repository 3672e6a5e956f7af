// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;

/** Decides whether somebody may take an invitation back, which must not reach above the actor. */
final class WithdrawInvitation {

  private final InvitationRules rules;

  WithdrawInvitation(InvitationRules rules) {
    this.rules = rules;
  }

  Outcome<Invitation> withdraw(Actor actor, Invitation invitation) {
    return InvitationRules.mayInvite(actor)
        .then(withdrawer -> InvitationRules.pending(invitation))
        .then(pending -> rules.reach(actor, pending.roles()))
        .then(roles -> Outcome.done(invitation));
  }
}
