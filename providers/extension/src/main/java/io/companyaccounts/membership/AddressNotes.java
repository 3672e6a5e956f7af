// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about how a member's e-mail address fits the company.
 *
 * @param external whether the person comes from outside and may hold only roles for externals
 * @param misfitSince since when the address is known not to fit; null: it fits as far as is known
 * @param misfitUntil when the person is shut out unless the address fits by then; null: never
 */
public record AddressNotes(
    boolean external, @Nullable Instant misfitSince, @Nullable Instant misfitUntil) {

  /** Nothing is known: an ordinary member. */
  public static final AddressNotes NONE = new AddressNotes(false, null, null);

  /** An external whose address was found acceptable. */
  public static final AddressNotes EXTERNAL = new AddressNotes(true, null, null);
}
