// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Invitations of organizations. Each is Keycloak's own invitation plus what that lacks: roles,
 * message, phone, history, and a link of our own. Other extensions get it with {@code
 * session.getProvider(InvitationProvider.class)}.
 *
 * <p>All methods work in the realm of the session's context and take part in its transaction. A
 * refused change has changed nothing and left the transaction usable. Each change writes one
 * activity row and one event. Codes are secrets: only a hash of them is stored, and no method gives
 * the code of an invitation that is bound to an address.
 */
public interface InvitationProvider extends Provider {

  /**
   * Invites one address; its mail leaves after the commit.
   *
   * @return the invitation. An actor who may not see members gets {@link
   *     InvitationRefusal#ALREADY_MEMBER} and {@link InvitationRefusal#ALREADY_INVITED} like
   *     everybody: the caller keeps them to itself
   */
  Outcome<Invitation> invite(Actor actor, OrganizationModel organization, InvitationDraft draft);

  /**
   * Checks many drafts as a whole, and sends them all, or none if one is refused.
   *
   * @param sendValid sends those that are not refused
   * @param dryRun checks only
   */
  BatchOutcome inviteMany(
      Actor actor,
      OrganizationModel organization,
      List<InvitationDraft> drafts,
      boolean sendValid,
      boolean dryRun);

  /** How far the mails of a batch got; empty if this organization has no such batch. */
  Optional<BatchProgress> progress(OrganizationModel organization, String batchId);

  /** One page of invitations, those of the past included. */
  InvitationPage list(OrganizationModel organization, InvitationQuery query);

  /** One invitation of this organization. */
  Optional<Invitation> find(OrganizationModel organization, String id);

  /**
   * Sends an open or expired invitation again with a new link; the old link is dead, and the actor
   * is the inviter from now on.
   *
   * @param validityDays null: the organization's setting
   */
  Outcome<Invitation> resend(
      Actor actor, OrganizationModel organization, String id, @Nullable Integer validityDays);

  /** Takes an open or expired invitation back. */
  Outcome<Invitation> withdraw(Actor actor, OrganizationModel organization, String id);

  /**
   * Changes what an open invitation will give.
   *
   * @param ifVersion refuses unless the invitation has this version; null: whatever it is
   */
  Outcome<Invitation> changeRoles(
      Actor actor,
      OrganizationModel organization,
      String id,
      List<RoleAssignment> roles,
      @Nullable Integer ifVersion);

  /** What a link leads to, whatever its state; empty if the code is no code of this realm. */
  Optional<OpenedInvitation> open(String code);

  /**
   * Why this account cannot accept: what hinders everybody, and also another address or a block.
   * Empty if it can, or is a member already.
   */
  Optional<Outcome.Refused<Invitation>> obstacle(OpenedInvitation opened, UserModel user);

  /**
   * Makes a signed-in account a member with the roles of the invitation, whose address is thereby
   * proven.
   */
  Outcome<Invitation> accept(String code, UserModel user);

  /** Turns the invitation down; needs no account. */
  Outcome<Invitation> decline(String code);

  /** Asks the inviter for a new invitation in place of one that expired; needs no account. */
  Outcome<Invitation> askForNew(String code);

  /**
   * The key of Keycloak's own registration page for the invited address, made now and stored
   * nowhere.
   *
   * @param clientId OAuth client id in whose name the person registers
   * @param redirectUri where the person goes afterwards
   * @return a signed token that is good for an hour at most
   */
  String registrationToken(OpenedInvitation opened, String clientId, String redirectUri);

  /** The invitation that the registration running in this session redeems. */
  Optional<OpenedInvitation> beingRegistered();

  /**
   * What a person who has just become a native member has to do with invitations, asked before the
   * membership is certain. If one is redeemed, its organization is locked.
   */
  Joining joining(OrganizationModel organization, UserModel user);

  /**
   * Brings invitations in step with a person who has just become a member, whichever way: one that
   * the person redeems is accepted, another one of the same address is withdrawn.
   */
  void joined(OrganizationModel organization, UserModel user);

  /** All invite links of an organization, the latest first. */
  List<InviteLink> links(OrganizationModel organization);

  /** One invite link of this organization. */
  Optional<InviteLink> link(OrganizationModel organization, String id);

  Outcome<InviteLink> createLink(
      Actor actor, OrganizationModel organization, InviteLinkDraft draft);

  /**
   * Changes an invite link, or switches it on and off.
   *
   * @param ifVersion refuses unless the link has this version; null: whatever it is
   */
  Outcome<InviteLink> changeLink(
      Actor actor,
      OrganizationModel organization,
      String id,
      InviteLinkDraft draft,
      @Nullable Integer ifVersion);

  /** Gives it a new code; the old one is dead. */
  Outcome<InviteLink> renewLink(Actor actor, OrganizationModel organization, String id);

  /** Removes it; invitations it has sent stay. */
  Outcome<InviteLink> deleteLink(Actor actor, OrganizationModel organization, String id);

  /** What an invite link leads to; empty if the code is no code of this realm. */
  Optional<OpenedLink> openLink(String code);

  /**
   * Sends an invitation to the address somebody gave who opened an invite link. Who is a member or
   * invited already counts as done, so that the answer does not tell.
   *
   * @param locale language tag of the page; null: the realm's default
   */
  Outcome<InviteLink> useLink(String code, String email, @Nullable String locale);

  /** What the organization has set; {@link OrganizationInvitationSettings#NONE} if nothing. */
  OrganizationInvitationSettings settings(OrganizationModel organization);

  /**
   * Sets how the organization invites.
   *
   * @param ifVersion refuses unless the settings have this version; null: whatever it is
   */
  Outcome<OrganizationInvitationSettings> changeSettings(
      Actor actor,
      OrganizationModel organization,
      OrganizationInvitationSettings settings,
      @Nullable Integer ifVersion);
}
