// SPDX-License-Identifier: Apache-2.0
/**
 * The company ordering password: what only those know who turn a quote into an order.
 *
 * <p>A company without one lets roles alone decide. Who has {@code company:ordering.manage} sets
 * it, and tells it to the chosen people; every change of it is a new version, which ends the proofs
 * of the old one. A person types it on the page of a required action and gets a {@link
 * io.companyaccounts.proof.Proof}. Wrong tries are counted in the database for each member and for
 * the company: they have to wait longer and longer, then they are locked for a while; the personal
 * account never is.
 */
@NullMarked
package io.companyaccounts.orderingpassword;

import org.jspecify.annotations.NullMarked;
