// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the roles of one company let people do, in a line of English each. */
final class DemoRoles {

  private static final Pattern KEY = Pattern.compile("\\$\\{(.+)}");

  private final Map<String, String> predefined = new HashMap<>();
  private final Map<String, String> custom = new HashMap<>();
  private String byDefault = "";

  private DemoRoles() {}

  /**
   * @param realm Keycloak's realm file
   * @param company one company of the pack's file
   */
  static DemoRoles of(JsonNode realm, JsonNode company) {
    DemoRoles roles = new DemoRoles();
    JsonNode texts = realm.path("localizationTexts").path("en");
    for (JsonNode role : realm.path("roles").path("realm")) {
      String line = text(role.path("description").asText(), texts);
      roles.predefined.put(role.path("name").asText(), line);
      if (role.path("attributes").path("company.default").path(0).asBoolean()) {
        roles.byDefault = line;
      }
    }
    for (JsonNode role : company.path("roles")) {
      roles.custom.put(role.path("name").asText(), role.path("description").asText());
    }
    return roles;
  }

  private static String text(String description, JsonNode texts) {
    Matcher key = KEY.matcher(description);
    return key.matches() ? texts.path(key.group(1)).asText(description) : description;
  }

  /** What somebody may do who has no role. */
  String byDefault() {
    return byDefault;
  }

  /**
   * What a role lets people do; empty if nobody wrote it down.
   *
   * @param held a member's role in the pack's file
   */
  String line(JsonNode held) {
    return held.has("custom")
        ? custom.getOrDefault(held.path("custom").asText(), "")
        : predefined.getOrDefault(held.path("role").asText(), "");
  }
}
