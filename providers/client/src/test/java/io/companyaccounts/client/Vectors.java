// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of order-vectors.json: what is put in, and what must come out. The Java classes and the
 * JavaScript file are held to the same rows.
 */
record Vectors(JsonNode row) {

  private static final String HERE = "io.companyaccounts.client.Vectors#";

  /* Sources of rows for parameterized tests. */
  static final String ACTIONS = HERE + "actions";
  static final String LIMITS = HERE + "limits";
  static final String VERIFICATIONS = HERE + "verifications";
  static final String REDEMPTIONS = HERE + "redemptions";
  static final String CREDENTIALS = HERE + "credentials";
  static final String HINTS = HERE + "hints";

  /** The proof that the rows of "redemptions" are about. */
  static final Map<String, Object> PROOF =
      Map.of(
          "id", "p-1",
          "organization", "acme",
          "client", "shop",
          "operation", "order.place",
          "reference", "Q-77",
          "method", "password",
          "at", 1732270000,
          "exp", 1732270300);

  static List<Vectors> actions() {
    return section("actions");
  }

  static List<Vectors> limits() {
    return section("limits");
  }

  static List<Vectors> verifications() {
    return section("verifications");
  }

  static List<Vectors> redemptions() {
    return section("redemptions");
  }

  static List<Vectors> credentials() {
    return section("credentials");
  }

  static List<Vectors> hints() {
    return section("hints");
  }

  private static List<Vectors> section(String name) {
    try (InputStream rows = Vectors.class.getResourceAsStream("/order-vectors.json")) {
      return StreamSupport.stream(ClaimShape.JSON.readTree(rows).get(name).spliterator(), false)
          .map(Vectors::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode get(String field) {
    return row.get(field);
  }

  @Nullable String text(String field) {
    return row.get(field).textValue();
  }

  /** The claims of a row of "limits". */
  String claimsWithAccess() {
    String access = row.get("access").isNull() ? "{}" : "{\"shop\": " + row.get("access") + "}";
    return "{\"organization\": {\"acme\": {\"owner\": false, \"resource_access\": "
        + access
        + "}}}";
  }

  static @Nullable Map<String, Object> map(String json) {
    try {
      return ClaimShape.JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return row.has("row") ? row.get("row").textValue() : row.toString();
  }
}
