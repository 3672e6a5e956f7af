// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.RoleAssignment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation of one address into one organization.
 *
 * @param id stays the same when it is sent again
 * @param person whom it is for
 * @param roles what the person will hold; empty: the default role
 * @param message from the inviter, plain text; null if there is none
 * @param locale language tag of the mail; null: the realm's default
 * @param state where it stands at the moment it was read
 * @param created when it was first sent
 * @param sent when it was last sent
 * @param expires from when on it cannot be accepted
 * @param ended when it was accepted, declined or withdrawn; null while it is open or expired
 * @param inviter who sent it last
 * @param acceptedBy id of the account that accepted it
 * @param linkId the invite link it came from
 * @param batchId what was invited together
 * @param resends how often it was sent again
 * @param mail how far the mail got; null when the outbox has forgotten it
 * @param version grows with each change
 */
public record Invitation(
    String id,
    String organizationId,
    InvitedPerson person,
    List<RoleAssignment> roles,
    @Nullable String message,
    @Nullable String locale,
    InvitationState state,
    Instant created,
    Instant sent,
    Instant expires,
    @Nullable Instant ended,
    Inviter inviter,
    @Nullable String acceptedBy,
    @Nullable String linkId,
    @Nullable String batchId,
    int resends,
    @Nullable MailState mail,
    int version) {

  public Invitation {
    roles = List.copyOf(roles);
  }

  /** Whether the mail has left. */
  public enum MailState {
    PENDING,
    SENT,
    FAILED
  }

  /**
   * Who invites.
   *
   * @param kind a member of the company, a realm admin, or the server (for an invite link: who made
   *     it)
   * @param userId id of the account; null for the server or when the account is gone
   * @param name as it is shown to the invited person; null when the account is gone
   */
  public record Inviter(Actor.Kind kind, @Nullable String userId, @Nullable String name) {}
}
