// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.jspecify.annotations.Nullable;

/** Reads a query parameter that is on or off. */
public final class RequestFlag {

  private RequestFlag() {}

  /**
   * On for {@code true} and for the bare name, off for {@code false} and without the parameter, or
   * {@code invalid_value}.
   */
  public static boolean read(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.isEmpty() || value.equals("true")) {
      return true;
    }
    throw ApiException.invalidValue(name, "must be true or false.");
  }
}
