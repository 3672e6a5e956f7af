// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who can sign in to the demo, in one company.
 *
 * @param roles what the person is there
 * @param may what that is good for
 */
record DemoPerson(String username, String roles, String may) {

  private static final String BLOCKED = "Cannot get in until a colleague unblocks this person";

  /**
   * @param company the person's company in the pack's file
   */
  static DemoPerson of(String username, JsonNode company, DemoRoles roles) {
    for (JsonNode member : company.path("members")) {
      if (member.path("username").asText().equals(username)) {
        boolean owner = company.path("owner").asText().equals(username);
        return new DemoPerson(username, describe(member, owner), may(member, roles));
      }
    }
    return new DemoPerson(username, "the default role", roles.byDefault());
  }

  private static String describe(JsonNode member, boolean owner) {
    List<String> words = new ArrayList<>();
    member.path("roles").forEach(role -> words.add(role(role)));
    if (owner) {
      words.add("owner");
    }
    if (member.path("external").asBoolean()) {
      words.add("from outside");
    }
    if (isBlocked(member)) {
      words.add("blocked");
    }
    return String.join(", ", words);
  }

  private static String role(JsonNode role) {
    String name = role.path(role.has("custom") ? "custom" : "role").asText();
    return role.has("until") ? name + " (for a time)" : name;
  }

  private static String may(JsonNode member, DemoRoles roles) {
    if (isBlocked(member)) {
      return BLOCKED;
    }
    List<String> lines = new ArrayList<>();
    member.path("roles").forEach(role -> lines.add(roles.line(role)));
    return String.join("; ", lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  private static boolean isBlocked(JsonNode member) {
    return member.path("state").asText().equals("BLOCKED");
  }
}
