// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import java.net.URI;
import java.util.List;

/** What the demo says when it is ready. */
final class DemoGuide {

  private DemoGuide() {}

  static String text(URI shop, URI keycloak, URI mails, String realm, List<DemoCompany> companies) {
    StringBuilder text = new StringBuilder();
    text.append("\nThe demo is ready, with the reference realm ").append(realm).append(".\n\n");
    line(text, "Sample shop", shop.toString());
    line(text, "Account console", keycloak + "/realms/" + realm + "/account");
    line(text, "Mails", mails.toString());
    line(
        text, "Admin console", keycloak + "/admin/master/console/#/" + realm + "  (admin / admin)");
    text.append("\nPeople, all with the password \"demo\":\n");
    companies.forEach(company -> company(text, company));
    return text.append("\nCtrl-C ends everything.\n").toString();
  }

  private static void company(StringBuilder text, DemoCompany company) {
    text.append(String.format("%n  %s (%s)%n", company.name(), company.alias()));
    if (!company.description().isEmpty()) {
      text.append(String.format("  %s%n", company.description()));
    }
    text.append(
        String.format(
            "  ordering password of %s: %s%n%n", company.name(), company.orderingPassword()));
    for (DemoPerson person : company.people()) {
      text.append(String.format("    %-28s %s%n", person.username(), person.roles()));
      if (!person.may().isEmpty()) {
        text.append(String.format("    %-28s %s%n", "", person.may()));
      }
    }
  }

  private static void line(StringBuilder text, String what, String where) {
    text.append(String.format("  %-16s %s%n", what, where));
  }
}
