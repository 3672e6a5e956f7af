// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.Seats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody may send an invitation again. Who does vouches for it from then on, so
 * its roles must be the actor's to give.
 */
final class ResendInvitation {

  private final InvitationRules rules;

  ResendInvitation(InvitationRules rules) {
    this.rules = rules;
  }

  /** Gives until when it can be accepted. */
  Outcome<Instant> resend(
      Actor actor,
      Invitation invitation,
      @Nullable Integer days,
      Seats seats,
      Sent sent,
      Known known) {
    boolean open = invitation.state() == InvitationState.OPEN;
    return InvitationRules.mayInvite(actor)
        .then(rules::notSuspended)
        .then(inviter -> InvitationRules.pending(invitation))
        .then(pending -> rules.membership().rolesForNewcomer(actor, rules.alive(pending.roles())))
        .then(roles -> rules.welcome(invitation.person(), roles))
        .then(roles -> rules.expiry(days))
        .then(expires -> isNoLongerNeeded(invitation, open, known, expires))
        .then(expires -> withinLimits(actor, invitation, open, seats, sent, known, expires));
  }

  private static Outcome<Instant> isNoLongerNeeded(
      Invitation invitation, boolean open, Known known, Instant expires) {
    String email = invitation.person().email();
    if (known.members().contains(email)) {
      return Outcome.refused(InvitationRefusal.ALREADY_MEMBER);
    }
    return !open && known.invited().contains(email)
        ? Outcome.refused(InvitationRefusal.ALREADY_INVITED)
        : Outcome.done(expires);
  }

  private Outcome<Instant> withinLimits(
      Actor actor,
      Invitation invitation,
      boolean open,
      Seats seats,
      Sent sent,
      Known known,
      Instant expires) {
    boolean needsSeat = !open && !known.elsewhere().contains(invitation.person().email());
    if (needsSeat && !seats.leaves(1)) {
      return Outcome.refused(Refusal.NO_SEATS);
    }
    if (invitation.resends() >= rules.limits().resends()) {
      return Outcome.refused(
          InvitationRefusal.TOO_MANY_RESENDS, "max", Integer.toString(rules.limits().resends()));
    }
    return rules.allows(actor, sent, 1)
        ? Outcome.done(expires)
        : Outcome.refused(InvitationRefusal.TOO_MANY_INVITATIONS);
  }
}
