// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/** Text of a request that goes into queries: databases refuse NUL and halves of surrogate pairs. */
public final class RequestText {

  private RequestText() {}

  /** A query parameter, null when it is absent or blank, or {@code invalid_value}. */
  public static @Nullable String read(MultivaluedMap<String, String> query, String name, int most) {
    @Nullable String text = query.getFirst(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > most) {
      throw ApiException.invalidValue(name, "must not be longer than " + most + " characters.");
    }
    if (!isStorable(text)) {
      throw ApiException.invalidValue(name, "holds characters that cannot be stored.");
    }
    return text.strip();
  }

  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
