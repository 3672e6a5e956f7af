// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page a caller asked for.
 *
 * @param first index of the first row, from 0
 * @param max number of rows, 1 to {@value #MOST}
 */
public record PageRequest(int first, int max) {

  public static final int MOST = 100;
  public static final int USUAL = 20;

  /** Reads {@code first} and {@code max}, or refuses with {@code invalid_paging}. */
  public static PageRequest read(MultivaluedMap<String, String> query) {
    return new PageRequest(number(query, "first", 0, 0, Integer.MAX_VALUE - MOST), readMax(query));
  }

  /** Reads only {@code max}, for lists that are walked with a cursor. */
  public static int readMax(MultivaluedMap<String, String> query) {
    return number(query, "max", USUAL, 1, MOST);
  }

  private static int number(
      MultivaluedMap<String, String> query, String name, int usual, int least, int most) {
    @Nullable String text = query.getFirst(name);
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same refusal as for a number out of range
    }
    throw ApiException.of(
        Response.Status.BAD_REQUEST,
        "invalid_paging",
        name + " must be a whole number from " + least + " to " + most + ".",
        Map.of("field", name));
  }
}
