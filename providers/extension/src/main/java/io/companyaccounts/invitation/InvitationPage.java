// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Seats;
import java.util.List;

/**
 * One page of invitations.
 *
 * @param total of all pages
 * @param seats how many people can still be invited
 */
public record InvitationPage(List<Invitation> invitations, long total, Seats seats) {

  public InvitationPage {
    invitations = List.copyOf(invitations);
  }
}
