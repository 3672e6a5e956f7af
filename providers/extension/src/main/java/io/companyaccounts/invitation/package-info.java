// SPDX-License-Identifier: Apache-2.0
/**
 * Invitations by link: one address is invited into one organization with company roles.
 *
 * <p>OPEN from the invitation on; then ACCEPTED or DECLINED by the invited person, WITHDRAWN by the
 * company, or EXPIRED by time; sent again it is OPEN with a new link. It stands on Keycloak's own
 * invitation, which the console shows while it is open, and keeps the history. An invite link for
 * many sends such invitations to addresses that people give. Who has {@code company:members.invite}
 * invites, with roles within the own reach; the invited person accepts and declines.
 */
@NullMarked
package io.companyaccounts.invitation;

import org.jspecify.annotations.NullMarked;
