// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Company admins give roles to their people, within their rank. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

  private final CompanyRealm realm;

  RolesIT(KeycloakServer server, Admin admin) {
    realm = CompanyRealm.create(server, admin, "roles");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void anAdministratorGivesARoleAndTheNextTokenCarriesIt() {
    String acme = realm.company("acme");
    realm.member(acme, "ada@acme.example", "administrator");
    String olga = realm.member(acme, "olga@acme.example");
    Http ada = realm.as("ada@acme.example");
    var before = realm.shop().password("olga@acme.example", CompanyRealm.PASSWORD, scope("acme"));
    assertThat(shopPermissions(before.accessClaims(), "acme")).containsExactly("order.request");

    JsonNode changed =
        ada.put(
                realm.path("/organizations/acme/members/" + olga + "/roles"),
                rolesBody("purchaser"))
            .expect(200)
            .json();

    assertThat(changed.at("/roles/0/name").asText()).isEqualTo("purchaser");
    assertThat(changed.at("/rank").asInt()).isEqualTo(50);
    JsonNode after = realm.shop().refresh(before).accessClaims();
    assertThat(after.at("/organization/acme/company_roles/0").asText()).isEqualTo("purchaser");
    assertThat(shopPermissions(after, "acme")).containsExactly("order.place", "order.request");
    assertThat(lastEvent("COMPANY_MEMBER").at("/details/roles_added").asText())
        .isEqualTo("purchaser");
    assertThat(activity(acme, "ROLES_CHANGED").at("/entries/0/member").asText()).isEqualTo(olga);

    ada.delete(realm.path("/organizations/acme/members/" + olga + "/roles/purchaser")).expect(200);
    JsonNode gone = realm.shop().refresh(before).accessClaims();
    assertThat(shopPermissions(gone, "acme")).containsExactly("order.request");
  }

  @Test
  void everybodySeesTheOwnRolesAndWhoAdministrates() {
    String globex = realm.company("globex");
    String boss = realm.member(globex, "boss@globex.example", "director");
    realm.nameOwner(globex, boss);
    realm.member(globex, "otto@globex.example");

    JsonNode me = realm.as("otto@globex.example").get(realm.path("/me")).expect(200).json();

    assertThat(me.at("/organizations/0/alias").asText()).isEqualTo("globex");
    assertThat(me.at("/organizations/0/roles/0/name").asText()).isEqualTo("operator");
    assertThat(me.at("/organizations/0/permissions").toString())
        .isEqualTo("[\"portal:machine.view\",\"shop:order.request\"]");
    assertThat(me.at("/organizations/0/administrators/0/email").asText())
        .isEqualTo("boss@globex.example");
    assertThat(me.at("/organizations/0/administrators/0/owner").asBoolean()).isTrue();
  }

  @Test
  void nobodyGivesOrTouchesWhatIsAboveTheOwnRank() {
    String org = realm.company("initech");
    String boss = realm.member(org, "boss@initech.example", "director");
    String admin = realm.member(org, "adam@initech.example", "administrator");
    String peter = realm.member(org, "peter@initech.example");
    Http adam = realm.as("adam@initech.example");

    refused(adam, org, peter, "director", 403, "role_above_rank");
    refused(adam, org, boss, "operator", 403, "member_above_rank");
    refused(adam, org, admin, "director", 403, "role_above_rank");
    refused(realm.as("peter@initech.example"), org, peter, "purchaser", 403, "not_permitted");
    refused(adam, org, peter, "no-such-role", 400, "unknown_role");

    realm.nameOwner(org, peter);
    refused(adam, org, peter, "purchaser", 403, "member_above_rank");
    assertThat(activity(org, "REFUSED").at("/entries").size()).isGreaterThan(0);
  }

  @Test
  void theLastWhoManagesMembersCannotLoseIt() {
    String org = realm.company("hooli");
    String solo = realm.member(org, "solo@hooli.example", "administrator");
    Http http = realm.as("solo@hooli.example");

    refused(http, org, solo, "operator", 409, "last_manager");

    String second = realm.member(org, "second@hooli.example");
    http.put(
            realm.path("/organizations/" + org + "/members/" + second + "/roles"),
            Map.of(
                "roles", List.of(Map.of("role", "administrator", "until", "2099-01-01T00:00:00Z"))))
        .expect(200);
    refused(http, org, solo, "operator", 409, "last_manager");

    realm.setRoles(org, second, "administrator");
    http.put(
            realm.path("/organizations/" + org + "/members/" + solo + "/roles"),
            rolesBody("operator"))
        .expect(200);
  }

  @Test
  void aCompanyMakesChangesAndDeletesARoleOfItsOwn() {
    String org = realm.company("umbrella");
    realm.member(org, "dora@umbrella.example", "director");
    String worker = realm.member(org, "worker@umbrella.example");
    Http dora = realm.as("dora@umbrella.example");
    String roles = realm.path("/organizations/" + org + "/roles");

    Map<String, Object> draft =
        Map.of("name", "Nachtschicht 🌙", "permissions", List.of("shop:order.place"));
    JsonNode role = dora.post(roles, draft).expect(201).json();
    assertThat(role.get("rank").asInt()).isEqualTo(50);
    assertThat(role.get("permissions").toString())
        .isEqualTo("[\"shop:order.place\",\"shop:order.request\"]");
    String id = role.get("id").asText();
    dora.put(realm.path("/organizations/" + org + "/members/" + worker + "/roles"), rolesBody(id))
        .expect(200);
    var tokens =
        realm.shop().password("worker@umbrella.example", CompanyRealm.PASSWORD, scope("umbrella"));
    assertThat(shopPermissions(tokens.accessClaims(), "umbrella"))
        .containsExactly("order.place", "order.request");

    assertThat(dora.post(roles, draft).expect(409).json().get("error").asText())
        .isEqualTo("name_taken");
    dora.with("If-Match", "\"1\"")
        .put(
            roles + "/" + id, Map.of("name", "Nacht", "permissions", List.of("shop:order.request")))
        .expect(200);
    dora.with("If-Match", "\"1\"")
        .put(roles + "/" + id, Map.of("name", "X", "permissions", List.of("shop:order.request")))
        .expect(412);
    assertThat(shopPermissions(realm.shop().refresh(tokens).accessClaims(), "umbrella"))
        .containsExactly("order.request");

    Reply held = dora.delete(roles + "/" + id).expect(409);
    assertThat(held.json().get("error").asText()).isEqualTo("role_held");
    assertThat(held.json().at("/details/holders").asText()).isEqualTo("First Last");
    dora.delete(roles + "/" + id + "?moveTo=purchaser").expect(204);
    assertThat(
            realm
                .as("worker@umbrella.example")
                .get(realm.path("/me"))
                .json()
                .at("/organizations/0/roles/0/name")
                .asText())
        .isEqualTo("purchaser");
    assertThat(activity(org, "ROLE_DELETED").at("/entries/0/details/count").asText())
        .isEqualTo("1");
  }

  @Test
  void theMatrixShowsWhatIsGrantedWhatIsIncludedAndHowFar() {
    String org = realm.company("stark");
    realm.member(org, "tony@stark.example", "purchaser");

    JsonNode matrix =
        realm
            .as("tony@stark.example")
            .get(realm.path("/organizations/stark/matrix"))
            .expect(200)
            .json();

    String purchaser = realm.realmRoleId("purchaser");
    String operator = realm.realmRoleId("operator");
    JsonNode order = row(matrix.get("resources"), "resource", "order");
    JsonNode request = row(order.get("permissions"), "permission", "shop:order.request");
    assertThat(request.at("/cells/" + purchaser + "/state").asText()).isEqualTo("included");
    assertThat(request.at("/cells/" + purchaser + "/by/0").asText()).isEqualTo("shop:order.place");
    assertThat(request.at("/cells/" + operator + "/state").asText()).isEqualTo("granted");
    JsonNode release = row(order.get("permissions"), "permission", "shop:order.release");
    assertThat(release.at("/cells/" + operator + "/state").asText()).isEqualTo("none");
    assertThat(order.at("/levels/" + purchaser).asText()).isEqualTo("full");
    assertThat(order.at("/levels/" + operator).asText()).isEqualTo("read");
    assertThat(matrix.at("/roles/0/name").asText()).isEqualTo("director");
    JsonNode view =
        row(
            row(matrix.get("resources"), "resource", "members").get("permissions"),
            "permission",
            "company:members.view");
    assertThat(view.get("description").asText()).isEqualTo("View colleagues and their roles");
  }

  private static JsonNode row(JsonNode rows, String field, String value) {
    for (JsonNode row : rows) {
      if (row.get(field).asText().equals(value)) {
        return row;
      }
    }
    throw new AssertionError(value + " is not in " + rows);
  }

  private void refused(Http who, String org, String user, String role, int status, String code) {
    String path = realm.path("/organizations/" + org + "/members/" + user + "/roles");
    JsonNode before =
        realm.admin().get("/company/organizations/" + org + "/members/" + user).json();
    Reply reply = who.put(path, rolesBody(role)).expect(status);
    assertThat(reply.json().get("error").asText()).isEqualTo(code);
    assertThat(reply.json().get("errorMessage").asText()).isNotBlank();
    assertThat(realm.admin().get("/company/organizations/" + org + "/members/" + user).json())
        .isEqualTo(before);
  }

  private JsonNode activity(String org, String kind) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/activity?kind=" + kind)
        .expect(200)
        .json();
  }

  /** Keycloak stores custom resource types, but cannot filter by them. */
  private JsonNode lastEvent(String resourceType) {
    return row(
        realm.admin().get("/admin-events?max=50").expect(200).json(), "resourceType", resourceType);
  }

  static String scope(String alias) {
    return "openid company organization:" + alias;
  }

  static List<String> shopPermissions(JsonNode claims, String alias) {
    return Json.texts(claims.at("/organization/" + alias + "/resource_access/shop/roles"));
  }
}
