// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.RoleAssignment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invite link as somebody asks for it; nothing in it is checked yet. See {@link InviteLink}. */
public record InviteLinkDraft(
    @Nullable String name,
    List<RoleAssignment> roles,
    @Nullable Instant expires,
    @Nullable Integer maxUses,
    List<String> domains,
    boolean enabled) {

  public InviteLinkDraft {
    roles = List.copyOf(roles);
    domains = List.copyOf(domains);
  }
}
