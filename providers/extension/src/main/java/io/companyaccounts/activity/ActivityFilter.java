// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.RequestText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What to show of a company's activity; null means all.
 *
 * @param from first moment that counts
 * @param until first moment that does not count any more
 */
public record ActivityFilter(
    @Nullable ActivityKind kind,
    @Nullable String memberId,
    @Nullable Instant from,
    @Nullable Instant until) {

  public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null);

  /**
   * Reads {@code kind}, {@code member}, {@code from} and {@code until}, or {@code invalid_value}.
   */
  public static ActivityFilter read(MultivaluedMap<String, String> query) {
    return new ActivityFilter(
        kind(RequestText.read(query, "kind", 64)),
        RequestText.read(query, "member", 255),
        time("from", RequestText.read(query, "from", 64)),
        time("until", RequestText.read(query, "until", 64)));
  }

  private static @Nullable ActivityKind kind(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(ActivityKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ApiException.invalidValue("kind", "is not a kind of activity."));
  }

  private static @Nullable Instant time(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
        throw ApiException.invalidValue(name, "must be a time from 1970 to 9999.");
      }
      return time;
    } catch (DateTimeException e) {
      throw ApiException.invalidValue(name, "must be an ISO time with offset.");
    }
  }
}
