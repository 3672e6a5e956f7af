// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The reference realm, imported over REST under a name of the test's own. People of the large
 * company who cannot sign in are left out, since importing hundreds of members takes Keycloak its
 * time.
 */
public final class MachinePortal {

  public static final String PASSWORD = "demo";
  public static final String MUSTER = "muster-maschinenbau";

  private MachinePortal() {}

  public static RealmAdmin create(Admin admin, String name, URI shop) {
    String text =
        read("realm-config/machine-portal.json")
            .replace("${SHOP_URL:http://localhost:8090}", shop.toString())
            .replace(
                "${SHOP_BACKCHANNEL_URL:http://localhost:8090/logout/connect/back-channel/keycloak}",
                shop + "/logout/connect/back-channel/keycloak")
            .replaceAll("\\$\\{[A-Z_]+:([^}]*)}", "$1");
    ObjectNode realm = (ObjectNode) Json.read(text);
    realm.put("realm", name);
    Set<String> left = leaveOutPeopleWithoutPassword(realm);
    admin.http().post("/admin/realms", realm).expect(201);
    RealmAdmin made = admin.realm(name);
    made.post("/company/setup", Map.of()).expect(200);
    ObjectNode companies =
        (ObjectNode) Json.read(read("realm-config/machine-portal-companies.json"));
    companies.get("organizations").forEach(each -> leaveOutMembers(each, left));
    made.post("/company/import", companies).expect(200);
    return made;
  }

  private static Set<String> leaveOutPeopleWithoutPassword(ObjectNode realm) {
    Set<String> left = new HashSet<>();
    for (Iterator<JsonNode> users = realm.withArray("users").iterator(); users.hasNext(); ) {
      JsonNode user = users.next();
      if (!user.has("credentials")) {
        left.add(user.get("username").asText());
        users.remove();
      }
    }
    realm.get("organizations").forEach(each -> leaveOutMembers(each, left));
    return left;
  }

  private static void leaveOutMembers(JsonNode organization, Set<String> people) {
    ArrayNode members = ((ObjectNode) organization).withArray("members");
    for (Iterator<JsonNode> each = members.iterator(); each.hasNext(); ) {
      if (people.contains(each.next().get("username").asText())) {
        each.remove();
      }
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(ProjectFiles.root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
