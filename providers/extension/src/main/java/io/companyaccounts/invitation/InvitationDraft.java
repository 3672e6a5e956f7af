// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.RoleAssignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as somebody asks for it; nothing in it is checked yet.
 *
 * @param roles role ids, or names of roles that do not exist, so that they can be refused by name;
 *     empty: the default role
 * @param validityDays null: the organization's setting
 */
public record InvitationDraft(
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String phone,
    List<RoleAssignment> roles,
    @Nullable String message,
    @Nullable String locale,
    @Nullable Integer validityDays) {

  public InvitationDraft {
    roles = List.copyOf(roles);
  }
}
