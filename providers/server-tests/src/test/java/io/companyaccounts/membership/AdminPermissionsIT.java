// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Realm admins see and change what Keycloak's permissions let them, and nothing beyond. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPermissionsIT {

  private static final String HELPER = "helper@vendor.example";

  private final CompanyRealm realm;
  private final RealmAdmin admin;
  private final String acme;
  private final String globex;
  private final String ann;
  private final String ben;
  private final String helper;

  AdminPermissionsIT(KeycloakServer server, Admin everything) {
    realm = CompanyRealm.create(server, everything, "fine-grained");
    admin = realm.admin();
    acme = realm.company("acme");
    globex = realm.company("globex");
    ann = realm.member(acme, "ann@acme.example", "purchaser");
    ben = realm.member(acme, "ben@acme.example");
    realm.member(globex, "gus@globex.example");
    helper = admin.createUser(HELPER, CompanyRealm.PASSWORD);
    admin.createClient("desk", Map.of());
  }

  @AfterAll
  void removeRealm() {
    admin.remove();
  }

  @Test
  void whoIsNoAdminGetsNothing() {
    Http plain = new Http(realm.server().url());
    String members = admin.path("/company/organizations/" + acme + "/members");
    assertThat(plain.get(members).status()).isEqualTo(401);
    String token =
        admin.client("desk").password("ann@acme.example", CompanyRealm.PASSWORD, "openid").access();
    assertThat(plain.as(token).get(members).status()).isEqualTo(403);
    assertThat(plain.as(token).post(admin.path("/company/setup"), Map.of()).status())
        .isEqualTo(403);
    assertThat(plain.as(token).get(admin.path("/company/export")).status()).isEqualTo(403);
  }

  @Test
  void withFineGrainedPermissionsOneCompanyAndOnePersonAreSeen() {
    admin.put("", Map.of("realm", "fine-grained", "adminPermissionsEnabled", true)).expect(204);
    grantQueries();
    permission("Organizations", "one-company", acme, Set.of("view", "manage"));
    permission("Users", "one-person", ann, Set.of("view"));
    Http desk = desk();

    String members = admin.path("/company/organizations/" + acme + "/members");
    JsonNode page = desk.get(members).expect(200).json();
    assertThat(page.get("members").findValuesAsText("username"))
        .containsExactly("ann@acme.example");
    assertThat(page.get("total").asInt()).isEqualTo(1);
    desk.get(members + "/" + ann).expect(200);
    assertThat(desk.get(members + "/" + ben).status()).isEqualTo(403);
    assertThat(desk.put(members + "/" + ann + "/roles", rolesBody("operator")).status())
        .isEqualTo(403);
    assertThat(desk.get(admin.path("/company/organizations/" + globex + "/members")).status())
        .isEqualTo(404);

    permission("Users", "one-person-more", ann, Set.of("manage"));
    desk().put(members + "/" + ann + "/roles", rolesBody("operator")).expect(200);
    assertThat(desk().put(members + "/" + ben + "/roles", rolesBody("operator")).status())
        .isEqualTo(403);
  }

  private Http desk() {
    String token = admin.client("desk").password(HELPER, CompanyRealm.PASSWORD, "openid").access();
    return new Http(realm.server().url()).as(token);
  }

  /** Without these Keycloak's admin interface lets nobody in at all. */
  private void grantQueries() {
    String management = admin.clientUuid("realm-management");
    List<JsonNode> roles =
        List.of(
            realm.clientRole("realm-management", "query-users"),
            realm.clientRole("realm-management", "query-organizations"));
    admin.post("/users/" + helper + "/role-mappings/clients/" + management, roles).expect(204);
  }

  private void permission(String type, String name, String resource, Set<String> scopes) {
    String permissions = admin.clientUuid("admin-permissions");
    String server = "/clients/" + permissions + "/authz/resource-server";
    if (admin.get(server + "/policy/search?name=only-helper").status() != 200) {
      admin
          .post(
              server + "/policy/user",
              Map.of("name", "only-helper", "logic", "POSITIVE", "users", List.of(helper)))
          .expect(201);
    }
    admin
        .post(
            server + "/permission/scope",
            Map.of(
                "name",
                name,
                "resourceType",
                type,
                "scopes",
                scopes,
                "resources",
                Set.of(resource),
                "policies",
                List.of("only-helper"),
                "decisionStrategy",
                "UNANIMOUS"))
        .expect(201);
  }
}
