// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order a caller asked for: {@code sort=name} or, downwards, {@code sort=-name}.
 *
 * @param key one of the keys the list knows, never the caller's own text
 */
public record SortOrder(String key, boolean descending) {

  /**
   * Reads the parameter, or refuses with {@code invalid_sort}.
   *
   * @param sort the query parameter, null for the usual order
   * @param keys the keys the list knows; the first is the usual order
   */
  public static SortOrder read(@Nullable String sort, List<String> keys) {
    if (sort == null) {
      return new SortOrder(keys.get(0), false);
    }
    boolean descending = sort.startsWith("-");
    int index = keys.indexOf(descending ? sort.substring(1) : sort);
    if (index < 0) {
      throw ApiException.of(
          Response.Status.BAD_REQUEST,
          "invalid_sort",
          "sort must be one of " + String.join(", ", keys) + ", with a leading - for downwards.",
          Map.of("field", "sort", "allowed", keys));
    }
    return new SortOrder(keys.get(index), descending);
  }
}
