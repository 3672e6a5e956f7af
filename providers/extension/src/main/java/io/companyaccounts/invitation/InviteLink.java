// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.RoleAssignment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link for many: whoever opens it gives an address, to which an ordinary invitation is sent.
 *
 * @param name for the company's own list
 * @param roles what everybody gets who comes this way; empty: the default role
 * @param expires null: until it is switched off
 * @param maxUses how many invitations it sends at most; null: no limit but the seats
 * @param uses how many it has sent
 * @param domains e-mail domains that are let in, lower case; empty: all
 * @param enabled whether it works
 * @param creator in whose name it invites
 * @param code what stands in the link; null when it can no longer be shown (renew it)
 * @param version grows with each change
 */
public record InviteLink(
    String id,
    String organizationId,
    String name,
    List<RoleAssignment> roles,
    Instant created,
    @Nullable Instant expires,
    @Nullable Integer maxUses,
    int uses,
    List<String> domains,
    boolean enabled,
    Invitation.Inviter creator,
    @Nullable String code,
    int version) {

  public InviteLink {
    roles = List.copyOf(roles);
    domains = List.copyOf(domains);
  }
}
