// SPDX-License-Identifier: Apache-2.0
/**
 * A second confirmation by e-mail: a code of six digits, mailed to the person who wants to do
 * something delicate.
 *
 * <p>An application names the operation and what it is about; the page of the required action mails
 * a code, which counts for a few minutes and a few tries, and gives a {@link
 * io.companyaccounts.proof.Proof} for it. Who has the exempting permission, as owner and
 * administrators usually do, is not asked. Whether the person may do it at all is the application's
 * own question.
 */
@NullMarked
package io.companyaccounts.mailconfirmation;

import org.jspecify.annotations.NullMarked;
