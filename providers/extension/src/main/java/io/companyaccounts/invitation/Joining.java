// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Reason;
import java.util.Optional;

/**
 * What a join has to do with invitations.
 *
 * @param invited whether an open invitation, Keycloak's own included, keeps a seat for the address
 * @param external whether the invitation brings the person in as an external
 * @param obstacle why the invitation that brought the person here does not let in any more
 */
public record Joining(boolean invited, boolean external, Optional<Reason> obstacle) {}
