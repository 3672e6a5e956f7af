// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in to the demo, in one company. */
record DemoPerson(String company, String username, String roles) {

  /**
   * All members with a password, company by company.
   *
   * @param realm Keycloak's realm file
   * @param companies the pack's file for the same realm
   */
  static List<DemoPerson> all(JsonNode realm, JsonNode companies) {
    Set<String> withPassword = new HashSet<>();
    for (JsonNode user : realm.path("users")) {
      if (!user.path("credentials").isEmpty()) {
        withPassword.add(user.path("username").asText());
      }
    }
    List<DemoPerson> people = new ArrayList<>();
    for (JsonNode organization : realm.path("organizations")) {
      String alias = organization.path("alias").asText();
      Map<String, String> roles = rolesByMember(companies, alias);
      for (JsonNode member : organization.path("members")) {
        String username = member.path("username").asText();
        if (withPassword.contains(username)) {
          people.add(
              new DemoPerson(alias, username, roles.getOrDefault(username, "the default role")));
        }
      }
    }
    return people;
  }

  private static Map<String, String> rolesByMember(JsonNode companies, String alias) {
    Map<String, String> roles = new HashMap<>();
    for (JsonNode company : companies.path("organizations")) {
      if (company.path("alias").asText().equals(alias)) {
        String owner = company.path("owner").asText(null);
        for (JsonNode member : company.path("members")) {
          roles.put(member.path("username").asText(), describe(member, owner));
        }
      }
    }
    return roles;
  }

  private static String describe(JsonNode member, @Nullable String owner) {
    List<String> words = new ArrayList<>();
    member.path("roles").forEach(role -> words.add(role(role)));
    if (member.path("username").asText().equals(owner)) {
      words.add("owner");
    }
    if (member.path("state").asText().equals("BLOCKED")) {
      words.add("blocked");
    }
    return String.join(", ", words);
  }

  private static String role(JsonNode role) {
    String name = role.path(role.has("custom") ? "custom" : "role").asText();
    return role.has("until") ? name + " (for a time)" : name;
  }
}
