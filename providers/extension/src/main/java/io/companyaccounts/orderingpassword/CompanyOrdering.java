// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How ordering stands in one company; the password itself is never in it.
 *
 * @param set whether there is a password
 * @param passwordVersion grows each time it is set, rotated or removed; 0: there never was one
 * @param changedAt when that last happened; null: never
 * @param changedBy id of who did it; null: never, or the server
 * @param choice what the company itself sets
 * @param lockedUntil until when nobody of the company can type it; null: not locked
 * @param version grows with each change of the password or the settings; 0 if nothing was stored
 */
public record CompanyOrdering(
    boolean set,
    int passwordVersion,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    OrderingChoice choice,
    @Nullable Instant lockedUntil,
    int version) {

  /** Nothing was ever stored. */
  public static final CompanyOrdering NONE =
      new CompanyOrdering(false, 0, null, null, OrderingChoice.NONE, null, 0);

  /** Whether somebody without exemption is asked for the password. */
  boolean asks(String operation) {
    return set && choice.requires(operation);
  }
}
