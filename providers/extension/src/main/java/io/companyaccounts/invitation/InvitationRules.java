// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.ChangeEmailRule;
import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.Seats;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the rules of this feature, for whoever implements {@link InvitationProvider}:
 * decides, stores nothing.
 *
 * @param membership the rules about roles, of the moment of the decision
 * @param limits what the vendor sets
 * @param validityDays how long an invitation can be accepted if nobody says otherwise
 * @param locales language tags in which the realm speaks
 * @param addresses says whether an address is acceptable for the organization
 * @param enabled whether the organization takes part; false while it is suspended
 */
public record InvitationRules(
    MembershipRules membership,
    InvitationSettings limits,
    int validityDays,
    Set<String> locales,
    Function<Candidate, Verdict> addresses,
    boolean enabled) {

  public InvitationRules {
    locales = Set.copyOf(locales);
  }

  /**
   * Invitations sent within the last hour, those sent again included.
   *
   * @param byOrganization by anybody in the organization
   * @param byInviter by the one who asks now
   */
  public record Sent(long byOrganization, long byInviter) {}

  /**
   * What is known about the addresses asked for.
   *
   * @param members addresses of members, blocked ones included
   * @param invited addresses that have an open invitation of this pack
   * @param elsewhere addresses with an open invitation of Keycloak's own only, which is replaced
   */
  public record Known(Set<String> members, Set<String> invited, Set<String> elsewhere) {
    public Known {
      members = Set.copyOf(members);
      invited = Set.copyOf(invited);
      elsewhere = Set.copyOf(elsewhere);
    }
  }

  /** An invitation that may be sent. */
  public record Fit(
      InvitedPerson person,
      List<RoleAssignment> roles,
      @Nullable String message,
      @Nullable String locale,
      Instant expires) {
    public Fit {
      roles = List.copyOf(roles);
    }
  }

  /** See {@link InviteMember}; one outcome for each draft, which count together. */
  public List<Outcome<Fit>> invite(
      Actor actor, List<InvitationDraft> drafts, Seats seats, Sent sent, Known known) {
    InviteMember rule = new InviteMember(this, actor, seats, sent, known);
    List<Outcome<Fit>> outcomes = new ArrayList<>();
    drafts.forEach(draft -> outcomes.add(rule.invite(draft)));
    return outcomes;
  }

  /**
   * See {@link ResendInvitation}.
   *
   * @return until when it can be accepted
   */
  public Outcome<Instant> resend(
      Actor actor,
      Invitation invitation,
      @Nullable Integer days,
      Seats seats,
      Sent sent,
      Known known) {
    return new ResendInvitation(this).resend(actor, invitation, days, seats, sent, known);
  }

  /** See {@link WithdrawInvitation}. */
  public Outcome<Invitation> withdraw(Actor actor, Invitation invitation) {
    return new WithdrawInvitation(this).withdraw(actor, invitation);
  }

  /** See {@link ChangeInvitationRoles}. */
  public Outcome<List<RoleAssignment>> changeRoles(
      Actor actor, Invitation invitation, List<RoleAssignment> wanted) {
    return new ChangeInvitationRoles(this).change(actor, invitation, wanted);
  }

  /**
   * See {@link AcceptInvitation}.
   *
   * @param inviter who vouches for it, as of now; empty if nobody does any more
   * @param domains where its address may be, as of now; empty: anywhere
   */
  public AcceptInvitation accepting(
      Invitation invitation, Optional<Actor> inviter, Seats seats, List<String> domains) {
    return new AcceptInvitation(this, invitation, inviter, seats, domains, null);
  }

  /** See {@link DeclineInvitation}. */
  public Outcome<Invitation> decline(Invitation invitation) {
    return DeclineInvitation.decline(invitation);
  }

  /** See {@link AskForNewInvitation}. */
  public Outcome<Invitation> askForNew(Invitation invitation, boolean askedAlready) {
    return AskForNewInvitation.ask(invitation, askedAlready, enabled);
  }

  /**
   * See {@link DefineInviteLink}.
   *
   * @param before as it is; null for a new one
   * @param links how many the organization has
   */
  public Outcome<InviteLinkDraft> defineLink(
      Actor actor, InviteLinkDraft draft, @Nullable InviteLink before, long links) {
    return new DefineInviteLink(this).define(actor, draft, before, links);
  }

  /** See {@link DefineInviteLink}. */
  public Outcome<InviteLink> manageLink(Actor actor, InviteLink link) {
    return new DefineInviteLink(this).manage(actor, link);
  }

  /**
   * See {@link UseInviteLink}.
   *
   * @param creator who vouches for it, as of now; empty if nobody does any more
   */
  public UseInviteLink usingLink(InviteLink link, Optional<Actor> creator, Seats seats) {
    return new UseInviteLink(this, link, creator, seats);
  }

  /** See {@link ChangeInvitationSettings}. */
  public Outcome<OrganizationInvitationSettings> changeSettings(
      Actor actor,
      OrganizationInvitationSettings wanted,
      OrganizationInvitationSettings before,
      @Nullable Integer ifVersion) {
    return ChangeInvitationSettings.change(actor, wanted, before, ifVersion);
  }

  /** Who may not invite may do nothing with invitations. */
  static Outcome<Actor> mayInvite(Actor actor) {
    return actor.may(Permission.MEMBERS_INVITE)
        ? Outcome.done(actor)
        : Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.MEMBERS_INVITE.key());
  }

  /** Only an open invitation can be changed, declined or accepted. */
  static Outcome<Invitation> open(Invitation invitation) {
    return InvitationRefusal.of(invitation.state())
        .map(Outcome::<Invitation>refused)
        .orElse(Outcome.done(invitation));
  }

  /** What has not ended by somebody's decision: one that has expired can be sent again. */
  static Outcome<Invitation> pending(Invitation invitation) {
    return invitation.state() == InvitationState.EXPIRED
        ? Outcome.done(invitation)
        : open(invitation);
  }

  /** Whether the organization takes part. */
  <T> Outcome<T> notSuspended(T value) {
    return enabled ? Outcome.done(value) : Outcome.refused(InvitationRefusal.SUSPENDED);
  }

  /** Whether the actor stands high enough for everything that these roles give. */
  Outcome<List<RoleAssignment>> reach(Actor actor, List<RoleAssignment> roles) {
    for (RoleAssignment each : roles) {
      CompanyRole role = membership.catalog().byId(each.roleId()).orElse(null);
      if (role != null && !actor.reaches(role.rank(), membership.rankRule())) {
        return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", role.name());
      }
    }
    return Outcome.done(roles);
  }

  /** What of these roles can still be given. */
  List<RoleAssignment> alive(List<RoleAssignment> roles) {
    return roles.stream()
        .filter(each -> membership.catalog().byId(each.roleId()).isPresent())
        .filter(each -> !each.isOver(membership.now()))
        .toList();
  }

  /** Until when an invitation of so many days can be accepted. */
  Outcome<Instant> expiry(@Nullable Integer days) {
    int valid = days == null ? validityDays : days;
    return !InvitationSettings.isValidity(valid)
        ? Outcome.refused(
            InvitationRefusal.VALIDITY_INVALID,
            "max",
            Integer.toString(InvitationSettings.LONGEST_DAYS))
        : Outcome.done(
            membership.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(valid)));
  }

  /** Whether somebody with this address may be invited with these roles. */
  Outcome<List<RoleAssignment>> welcome(InvitedPerson person, List<RoleAssignment> roles) {
    return welcome(Candidate.invited(person.email(), person.firstName(), person.lastName()), roles);
  }

  /** Whether whoever was invited so may still come. */
  Outcome<List<RoleAssignment>> stillWelcome(
      InvitedPerson person, List<RoleAssignment> roles, @Nullable String userId) {
    return welcome(
        Candidate.accepting(person.email(), person.firstName(), person.lastName(), userId), roles);
  }

  private Outcome<List<RoleAssignment>> welcome(Candidate candidate, List<RoleAssignment> roles) {
    Verdict verdict = addresses.apply(candidate);
    if (verdict.admits(ChangeEmailRule.areForExternals(roles, membership.catalog()))) {
      return Outcome.done(roles);
    }
    Verdict.Refused refused = verdict.asRefusal();
    if (verdict instanceof Verdict.Refused) {
      return new Outcome.Refused<>(refused.reason(), refused.details());
    }
    Map<String, String> details = new HashMap<>(refused.details());
    details.put("roles", ChangeEmailRule.namesForExternals(membership.catalog()));
    return new Outcome.Refused<>(EmailRefusal.EXTERNAL_ROLE_NEEDED, details);
  }

  /** Whether that many more may be sent within this hour. */
  boolean allows(Actor actor, Sent sent, long more) {
    return sent.byOrganization() + more <= limits.perHour()
        && (!actor.isMember() || sent.byInviter() + more <= limits.perHourAndInviter());
  }
}
