// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import org.jspecify.annotations.Nullable;

/**
 * What a company sets about its invitations.
 *
 * @param validityDays 1 to 30; null: the realm's default
 * @param noticeToInviter whether the inviter is told by mail when somebody accepts; null: yes
 * @param version grows with each change; 0 if nothing was ever set
 */
public record OrganizationInvitationSettings(
    @Nullable Integer validityDays, @Nullable Boolean noticeToInviter, int version) {

  public static final OrganizationInvitationSettings NONE =
      new OrganizationInvitationSettings(null, null, 0);
}
