// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A company of the demo.
 *
 * @param description what the realm file says about it
 * @param orderingPassword what the demo sets for it
 * @param people who can sign in
 */
record DemoCompany(
    String alias,
    String name,
    String description,
    String orderingPassword,
    List<DemoPerson> people) {

  /** Each company has another one, so that one company's is seen not to work in the other. */
  private static final String ORDERING_PASSWORD = "demo-ordering-";

  DemoCompany {
    people = List.copyOf(people);
  }

  /**
   * All companies with their members who have a password.
   *
   * @param realm Keycloak's realm file
   * @param companies the pack's file for the same realm
   */
  static List<DemoCompany> all(JsonNode realm, JsonNode companies) {
    Set<String> withPassword = new HashSet<>();
    for (JsonNode user : realm.path("users")) {
      if (!user.path("credentials").isEmpty()) {
        withPassword.add(user.path("username").asText());
      }
    }
    List<DemoCompany> all = new ArrayList<>();
    for (JsonNode organization : realm.path("organizations")) {
      String alias = organization.path("alias").asText();
      JsonNode company = company(companies, alias);
      DemoRoles roles = DemoRoles.of(realm, company);
      List<DemoPerson> people = new ArrayList<>();
      for (JsonNode member : organization.path("members")) {
        String username = member.path("username").asText();
        if (withPassword.contains(username)) {
          people.add(DemoPerson.of(username, company, roles));
        }
      }
      all.add(
          new DemoCompany(
              alias,
              organization.path("name").asText(alias),
              organization.path("description").asText(),
              ORDERING_PASSWORD + (all.size() + 1),
              people));
    }
    return all;
  }

  private static JsonNode company(JsonNode companies, String alias) {
    for (JsonNode company : companies.path("organizations")) {
      if (company.path("alias").asText().equals(alias)) {
        return company;
      }
    }
    return MissingNode.getInstance();
  }
}
