// SPDX-License-Identifier: Apache-2.0
/**
 * Which e-mail addresses a company accepts, for everybody and for good.
 *
 * <p>The vendor sets a floor by attributes of organization or realm; a company may only demand more
 * ({@link io.companyaccounts.emaildomain.EmailRule}). An address passes when it passes both. Who
 * does not may come in as an external, by invitation and with a role for externals, where that is
 * allowed. Addresses are compared only after {@link io.companyaccounts.emaildomain.EmailAddress}
 * has read them, and then exactly.
 *
 * <p>Asked when somebody is invited, joins, changes the address, signs in or gets a token.
 */
@NullMarked
package io.companyaccounts.emaildomain;

import org.jspecify.annotations.NullMarked;
