// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.Seats;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a link for many invites an address. It invites in the name of who made it, and
 * only as long as that person may.
 */
public final class UseInviteLink {

  private final InvitationRules rules;
  private final InviteLink link;
  private final Optional<Actor> creator;
  private final Seats seats;

  UseInviteLink(InvitationRules rules, InviteLink link, Optional<Actor> creator, Seats seats) {
    this.rules = rules;
    this.link = link;
    this.creator = creator;
    this.seats = seats;
  }

  /** Why it invites nobody now; empty if it does. */
  public Optional<Reason> obstacle() {
    Integer most = link.maxUses();
    if (!link.enabled()) {
      return Optional.of(InvitationRefusal.LINK_OFF);
    }
    if (link.expires() != null && !rules.membership().now().isBefore(link.expires())) {
      return Optional.of(InvitationRefusal.LINK_EXPIRED);
    }
    if (most != null && link.uses() >= most) {
      return Optional.of(InvitationRefusal.LINK_USED_UP);
    }
    if (!rules.enabled()) {
      return Optional.of(InvitationRefusal.SUSPENDED);
    }
    if (!creatorMay()) {
      return Optional.of(InvitationRefusal.INVITER_MAY_NOT);
    }
    return seats.leaves(1) ? Optional.empty() : Optional.of(Refusal.NO_SEATS);
  }

  /**
   * What to send to an address; empty if nothing is needed, because the person is a member or has
   * an invitation.
   */
  public Outcome<Optional<Fit>> use(String email, @Nullable String locale, Sent sent, Known known) {
    Optional<Reason> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    EmailAddress address = EmailAddress.parse(email).filter(EmailAddress::isPlain).orElse(null);
    if (address == null) {
      return Outcome.refused(InvitationRefusal.EMAIL_INVALID);
    }
    if (!link.domains().isEmpty() && !link.domains().contains(address.domain().ascii())) {
      return Outcome.refused(
          InvitationRefusal.DOMAIN_NOT_ALLOWED, "domains", String.join(", ", link.domains()));
    }
    Actor inviter = creator.orElseThrow();
    if (!rules.allows(inviter, sent, 1)) {
      return Outcome.refused(InvitationRefusal.TOO_MANY_INVITATIONS);
    }
    return needed(
        rules.invite(inviter, List.of(draft(address, locale)), seats, sent, known).get(0));
  }

  private InvitationDraft draft(EmailAddress address, @Nullable String locale) {
    @Nullable String known = locale != null && rules.locales().contains(locale) ? locale : null;
    return new InvitationDraft(
        address.text(), null, null, null, rules.alive(link.roles()), null, known, null);
  }

  /** The answer must not tell who is a member or invited. */
  private static Outcome<Optional<Fit>> needed(Outcome<Fit> outcome) {
    if (outcome instanceof Outcome.Refused<Fit> refused
        && (refused.reason() == InvitationRefusal.ALREADY_MEMBER
            || refused.reason() == InvitationRefusal.ALREADY_INVITED)) {
      return Outcome.done(Optional.empty());
    }
    return outcome.then(fit -> Outcome.done(Optional.of(fit)));
  }

  private boolean creatorMay() {
    return creator
        .filter(actor -> actor.may(Permission.MEMBERS_INVITE))
        .map(actor -> rules.membership().rolesForNewcomer(actor, rules.alive(link.roles())))
        .filter(outcome -> outcome instanceof Outcome.Done)
        .isPresent();
  }
}
