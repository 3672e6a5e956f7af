// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Reason;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;

/**
 * What the holder of an invite link sees.
 *
 * @param obstacle why it invites nobody now: off, expired, used up, suspended, no seat, the maker
 *     may not; empty if it works
 */
public record OpenedLink(
    InviteLink link, OrganizationModel organization, Optional<Reason> obstacle) {}
