// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
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

  private static final long LATEST_SECOND = 253_402_300_799L; // end of the year 9999

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

  /** Seconds since 1970, an {@link Instant} or a {@link Date}; null for every other value. */
  @SuppressWarnings("JavaUtilDate") // what Nimbus, the usual library, makes of times
  static @Nullable Instant time(@Nullable Object value) {
    if (value instanceof Number number) {
      double seconds = number.doubleValue();
      return seconds >= 0 && seconds <= LATEST_SECOND
          ? Instant.ofEpochSecond((long) seconds)
          : null;
    }
    if (value instanceof Instant instant) {
      return time(instant.getEpochSecond());
    }
    return value instanceof Date date ? time(Math.floorDiv(date.getTime(), 1000L)) : null;
  }

  /** The elements of a JSON array, in order; any other value but null counts as an array of one. */
  static Collection<?> elements(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return collection;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return value == null ? List.of() : List.of(value);
  }
}
