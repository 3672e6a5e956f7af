// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of one application in one company, read once. */
final class Limits {

  private final boolean readable;
  private final Map<String, Limit> byPermission = new LinkedHashMap<>();

  /**
   * Reads the member {@code limits}.
   *
   * @param access the application's entry in {@code resource_access}
   */
  Limits(Map<String, @Nullable Object> access) {
    // Null is not the same as absent: somebody wanted to say something, and failed.
    this.readable = !access.containsKey("limits") || access.get("limits") instanceof Map<?, ?>;
    Claims.object(access.get("limits"))
        .forEach((permission, value) -> byPermission.put(permission, read(value)));
  }

  /** The limit of a permission that the person has. */
  Limit of(String permission) {
    Limit otherwise = readable ? new Limit.None() : new Limit.Unknown();
    return byPermission.getOrDefault(permission, otherwise);
  }

  /** A JSON value as a limit; whatever is not a whole number within bounds is unknown. */
  static Limit read(@Nullable Object value) {
    if (value instanceof Number number) {
      double amount = number.doubleValue();
      if (amount >= 0 && amount <= Limit.LARGEST && amount == Math.rint(amount)) {
        return new Limit.UpTo((long) amount);
      }
    }
    return new Limit.Unknown();
  }
}
