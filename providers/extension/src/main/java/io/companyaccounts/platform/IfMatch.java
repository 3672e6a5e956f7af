// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Lost-update protection: the version a caller read travels back in {@code If-Match}. */
public final class IfMatch {

  private IfMatch() {}

  /** The entity tag of a version, for the {@code ETag} header. */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /** The version in the header, empty without header, or {@code invalid_version}. */
  public static OptionalInt read(HttpHeaders headers) {
    return parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
  }

  static OptionalInt parse(@Nullable String text) {
    if (text == null) {
      return OptionalInt.empty();
    }
    String bare = text.strip();
    if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    try {
      int version = Integer.parseInt(bare);
      if (version >= 0) {
        return OptionalInt.of(version);
      }
    } catch (NumberFormatException e) {
      // the same refusal as for a negative number
    }
    throw ApiException.badRequest(
        "invalid_version", "If-Match must be the version number that was read.");
  }

  /** Refuses with {@code version_required} (428) or {@code version_conflict} (412). */
  public static void require(HttpHeaders headers, int current) {
    require(read(headers), current);
  }

  static void require(OptionalInt version, int current) {
    if (version.isEmpty()) {
      throw ApiException.of(
          Response.Status.PRECONDITION_REQUIRED,
          "version_required",
          "Send the version that was read in If-Match.");
    }
    if (version.getAsInt() != current) {
      throw conflict(current);
    }
  }

  /** {@code version_conflict}, for stores that find out only when they write. */
  public static ApiException conflict(int current) {
    return ApiException.of(
        Response.Status.PRECONDITION_FAILED,
        "version_conflict",
        "It was changed by somebody else meanwhile. Read it again.",
        Map.of("version", current));
  }
}
