// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One row of claim-shapes.json: claims, and what reading them must say. The Java classes and the
 * JavaScript file are held to the same rows; all ask for {@code order.place} of {@code shop} in
 * {@code acme}.
 */
record ClaimShape(JsonNode row) {

  static final String CLIENT = "shop";
  static final String COMPANY = "acme";
  static final String PERMISSION = "order.place";
  static final ObjectMapper JSON = new ObjectMapper();

  static Stream<ClaimShape> all() throws IOException {
    try (InputStream rows = ClaimShape.class.getResourceAsStream("/claim-shapes.json")) {
      return StreamSupport.stream(JSON.readTree(rows).spliterator(), false).map(ClaimShape::new);
    }
  }

  JsonNode claims() {
    return row.get("claims");
  }

  List<String> expectedTexts(String field) {
    List<String> texts = new ArrayList<>();
    row.get(field).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  String expectedReason() {
    return row.get("reason").textValue();
  }

  /** Whether the row says more about the company than that there is none. */
  boolean isMember() {
    return row.has("roles");
  }

  @Override
  public String toString() {
    return row.get("shape").textValue();
  }
}
