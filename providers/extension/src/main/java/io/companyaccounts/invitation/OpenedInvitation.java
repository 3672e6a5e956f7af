// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Reason;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;

/**
 * What the holder of a link sees.
 *
 * @param roles what the person will hold, the default role if none was chosen
 * @param obstacle why it cannot be accepted by anybody now: expired, withdrawn, used, declined,
 *     suspended, no seat, domain not allowed, inviter may not; empty if it can
 */
public record OpenedInvitation(
    Invitation invitation,
    OrganizationModel organization,
    List<CompanyRole> roles,
    Optional<Reason> obstacle) {

  public OpenedInvitation {
    roles = List.copyOf(roles);
  }
}
