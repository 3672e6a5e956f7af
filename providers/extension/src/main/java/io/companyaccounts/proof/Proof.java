// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.platform.SmallJson;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * That a person confirmed one thing for one company in one application.
 *
 * @param code tells it from other proofs of the same session
 * @param organizationId id of the company
 * @param userId id of the person
 * @param operation what may be done
 * @param reference to what it may be done
 * @param method how it was confirmed, a stable word such as {@code password} or {@code exempt}
 * @param version of the secret behind it; the proof ends with that version
 * @param at when it was given; in milliseconds, which tell the newest of those of one second
 * @param expires when it ends (exclusive), in whole seconds
 */
public record Proof(
    String code,
    String organizationId,
    String userId,
    String operation,
    String reference,
    String method,
    int version,
    Instant at,
    Instant expires) {

  boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }

  /** As text for a note of the user session. */
  String write() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("organization", organizationId);
    map.put("user", userId);
    map.put("operation", operation);
    map.put("reference", reference);
    map.put("method", method);
    map.put("version", Integer.toString(version));
    map.put("at", Long.toString(at.toEpochMilli()));
    map.put("exp", Long.toString(expires.getEpochSecond()));
    return SmallJson.write(map);
  }

  /** Reads what {@link #write} wrote; empty for anything else. */
  static Optional<Proof> read(String code, String text) {
    try {
      Map<String, String> map = SmallJson.read(text);
      return Optional.of(
          new Proof(
              code,
              required(map, "organization"),
              required(map, "user"),
              required(map, "operation"),
              required(map, "reference"),
              required(map, "method"),
              Integer.parseInt(required(map, "version")),
              Instant.ofEpochMilli(Long.parseLong(required(map, "at"))),
              Instant.ofEpochSecond(Long.parseLong(required(map, "exp")))));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static String required(Map<String, String> map, String name) {
    String value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }
}
