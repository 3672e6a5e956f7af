// SPDX-License-Identifier: Apache-2.0

/**
 * Members of an organization: their company roles, permissions, rank, owner and state.
 *
 * <p>The native membership is the membership; a row of our own exists only for somebody who holds
 * something beyond the default role. A member is ACTIVE (native member) or BLOCKED (native
 * membership taken away, row kept). Roles are realm roles marked by the vendor or custom roles of
 * the organization; permissions are client roles of the applications that check them. Who has
 * {@code company:roles.assign} changes roles up to the own rank; {@code company:roles.define} makes
 * custom roles; only a realm admin names an owner.
 */
@NullMarked
package io.companyaccounts.membership;

import org.jspecify.annotations.NullMarked;
