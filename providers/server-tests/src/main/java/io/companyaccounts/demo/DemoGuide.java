// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import java.net.URI;
import java.util.List;

/** What the demo says when it is ready. */
final class DemoGuide {

  private DemoGuide() {}

  static String text(URI shop, URI keycloak, URI mails, String realm, List<DemoPerson> people) {
    StringBuilder text = new StringBuilder();
    text.append("\nThe demo is ready.\n\n");
    line(text, "Sample shop", shop.toString());
    line(text, "Account console", keycloak + "/realms/" + realm + "/account");
    line(text, "Mails", mails.toString());
    line(
        text, "Admin console", keycloak + "/admin/master/console/#/" + realm + "  (admin / admin)");
    text.append("\nPeople, all with the password \"demo\":\n");
    String company = "";
    for (DemoPerson person : people) {
      if (!person.company().equals(company)) {
        company = person.company();
        text.append("\n  ").append(company).append('\n');
      }
      text.append(String.format("    %-34s %s%n", person.username(), person.roles()));
    }
    return text.append("\nCtrl-C ends everything.\n").toString();
  }

  private static void line(StringBuilder text, String what, String where) {
    text.append(String.format("  %-16s %s%n", what, where));
  }
}
