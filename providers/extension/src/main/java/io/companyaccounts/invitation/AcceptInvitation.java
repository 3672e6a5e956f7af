// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.emaildomain.ChangeEmailRule;
import io.companyaccounts.emaildomain.EmailAddress;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.Seats;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an invitation can be accepted, and what it gives. It is worth what its inviter
 * may give at this moment; roles that are gone meanwhile are left out.
 */
public final class AcceptInvitation {

  private final InvitationRules rules;
  private final Invitation invitation;
  private final Optional<Actor> inviter;
  private final Seats seats;
  private final List<String> domains;
  private final @Nullable String userId;

  AcceptInvitation(
      InvitationRules rules,
      Invitation invitation,
      Optional<Actor> inviter,
      Seats seats,
      List<String> domains,
      @Nullable String userId) {
    this.rules = rules;
    this.invitation = invitation;
    this.inviter = inviter;
    this.seats = seats;
    this.domains = domains;
    this.userId = userId;
  }

  /** The same for an account, which may be in already and is not counted as somebody else. */
  public AcceptInvitation by(String account) {
    return new AcceptInvitation(rules, invitation, inviter, seats, domains, account);
  }

  /** Why nobody can accept it now; empty if whom it is for can. */
  public Optional<Reason> obstacle() {
    Optional<InvitationRefusal> ended = InvitationRefusal.of(invitation.state());
    if (ended.isPresent()) {
      return ended.map(Reason.class::cast);
    }
    if (!rules.enabled()) {
      return Optional.of(InvitationRefusal.SUSPENDED);
    }
    if (!domains.isEmpty() && !isWithin(invitation.person().email())) {
      return Optional.of(InvitationRefusal.DOMAIN_NOT_ALLOWED);
    }
    if (!inviterMay()) {
      return Optional.of(InvitationRefusal.INVITER_MAY_NOT);
    }
    if (rules.stillWelcome(invitation.person(), roles(), userId)
        instanceof Outcome.Refused<List<RoleAssignment>> refused) {
      return Optional.of(refused.reason());
    }
    Integer limit = seats.limit();
    return limit != null && seats.members() >= limit
        ? Optional.of(Refusal.NO_SEATS)
        : Optional.empty();
  }

  /**
   * Why this account cannot accept it; empty if it can.
   *
   * @param email address of the account, null if it has none
   * @param blocked whether the company has shut the account out
   */
  public Optional<Reason> obstacle(@Nullable String email, boolean blocked) {
    if (email == null || !email.toLowerCase(Locale.ROOT).equals(invitation.person().email())) {
      return Optional.of(InvitationRefusal.OTHER_ADDRESS);
    }
    return blocked ? Optional.of(InvitationRefusal.BLOCKED) : Optional.empty();
  }

  /** Whether it brings its person in as an external, if the address asks for that. */
  public boolean bringsExternal() {
    return ChangeEmailRule.areForExternals(roles(), rules.membership().catalog());
  }

  private boolean isWithin(String email) {
    return EmailAddress.parse(email)
        .filter(address -> domains.contains(address.domain().ascii()))
        .isPresent();
  }

  /** What it gives now. */
  public List<RoleAssignment> roles() {
    return rules.alive(invitation.roles());
  }

  private boolean inviterMay() {
    return inviter
        .filter(actor -> actor.may(Permission.MEMBERS_INVITE))
        .map(actor -> rules.membership().rolesForNewcomer(actor, roles()))
        .filter(outcome -> outcome instanceof Outcome.Done)
        .isPresent();
  }
}
