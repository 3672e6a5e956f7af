// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values of unknown shape. Maps are walked entry by entry instead of being asked for a
 * key, because a sorted map with keys of another type answers a question with an exception.
 */
final class Claims {

  private Claims() {}

  /** The entries of a JSON object whose names are text; empty for every other value. */
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getKey() instanceof String name) {
          entries.put(name, entry.getValue());
        }
      }
    }
    return entries;
  }

  /** The texts of a JSON array, in order and once each; a single text counts as an array of one. */
  static Set<String> texts(@Nullable Object value) {
    Set<String> texts = new LinkedHashSet<>();
    for (Object element : elements(value)) {
      String text = text(element);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The text, or null for every other value and for blank text. */
  static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text : null;
  }

  private static Collection<?> elements(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return collection;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return value == null ? List.of() : List.of(value);
  }
}
