// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A realm administrator sets a realm up, looks before doing it, and takes it back. */
@ServerTest
class SetUpIT {

  private static final String PASSWORD = "secret-of-the-test";

  private final KeycloakServer server;
  private final Admin admin;
  private final List<RealmAdmin> realms = new ArrayList<>();

  SetUpIT(KeycloakServer server, Admin admin) {
    this.server = server;
    this.admin = admin;
  }

  @AfterEach
  void removeRealms() {
    realms.forEach(RealmAdmin::remove);
    realms.clear();
  }

  @Test
  void everythingThatIsMissingIsMadeOnce() {
    RealmAdmin realm = realm("set-up", Map.of());
    realm.createClient("shop", Map.of());
    realm.createClient("plain", Map.of("optionalClientScopes", List.of("address")));

    JsonNode told = realm.post("/company/setup?dryRun=true", Map.of()).expect(200).json();
    assertThat(told.at("/dryRun").asBoolean()).isTrue();
    assertThat(client(realm, "company")).isEmpty();
    assertThat(events(realm)).isEmpty();

    JsonNode made = realm.post("/company/setup", Map.of()).expect(200).json();
    assertThat(made.at("/changes")).isEqualTo(told.at("/changes"));
    assertThat(kinds(made))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "client", 2,
                "permission", 9,
                "client_scope", 2,
                "protocol_mapper", 4,
                "realm_client_scope", 1,
                "client_scope_of_client", 1,
                "required_action", 4));
    assertThat(names(made, "client_scope_of_client")).containsExactly("shop");

    assertThat(realm.post("/company/setup", Map.of()).expect(200).json().at("/changes")).isEmpty();
    assertThat(events(realm)).hasSize(1);
    assertThat(events(realm).get(0).at("/details/activity").asText()).isEqualTo("SETUP_DONE");
    assertThat(findings(realm)).doesNotContain("setup_incomplete");
  }

  @Test
  void whatIsMadeIsAsTheReferenceRealmHasIt() {
    RealmAdmin realm = realm("as-made", Map.of());
    realm.createClient("shop", Map.of());
    realm.post("/company/setup", Map.of()).expect(200);

    JsonNode client = client(realm, "company").get(0);
    assertThat(client.get("bearerOnly").asBoolean()).isTrue();
    assertThat(client.get("fullScopeAllowed").asBoolean()).isFalse();
    assertThat(client.get("standardFlowEnabled").asBoolean()).isFalse();
    assertThat(client.get("serviceAccountsEnabled").asBoolean()).isFalse();
    assertThat(client.get("secret")).isNull();
    assertThat(client.get("defaultClientScopes")).isEmpty();
    assertThat(client.get("optionalClientScopes")).isEmpty();
    JsonNode role =
        realm
            .get("/clients/" + client.get("id").asText() + "/roles/members.view")
            .expect(200)
            .json();
    assertThat(role.get("description").asText()).isEqualTo("${companyPermMembersView}");
    assertThat(role.at("/attributes/company.resource/0").asText()).isEqualTo("members");
    assertThat(role.at("/attributes/company.level/0").asText()).isEqualTo("read");
    assertThat(role.at("/attributes/company.assignable/0").asText()).isEqualTo("true");

    JsonNode gate = realm.get("/authentication/required-actions/company-gate").expect(200).json();
    assertThat(gate.get("enabled").asBoolean()).isTrue();
    assertThat(gate.get("defaultAction").asBoolean()).isFalse();
    assertThat(gate.get("priority").asInt()).isLessThan(20);

    JsonNode join = client(realm, "company-join").get(0);
    assertThat(join.get("publicClient").asBoolean()).isTrue();
    assertThat(join.get("fullScopeAllowed").asBoolean()).isFalse();
    assertThat(join.get("directAccessGrantsEnabled").asBoolean()).isFalse();
    assertThat(Json.texts(join.get("redirectUris")))
        .containsExactly("/realms/setup-as-made/company/joined/*");
    assertThat(join.get("defaultClientScopes")).isEmpty();
    JsonNode action = realm.get("/authentication/required-actions/company-join").expect(200).json();
    assertThat(action.get("enabled").asBoolean()).isTrue();
    assertThat(action.get("defaultAction").asBoolean()).isFalse();

    realm.createClient("later", Map.of());
    assertThat(Json.texts(client(realm, "later").get(0).get("optionalClientScopes")))
        .contains("company")
        .doesNotContain("company-api");
    assertThat(Json.texts(client(realm, "shop").get(0).get("optionalClientScopes")))
        .contains("company");
  }

  @Test
  void whatSomebodyChangedIsLeftAlone() {
    RealmAdmin realm = realm("changed", Map.of());
    realm.post("/company/setup", Map.of()).expect(200);
    String client = realm.clientUuid("company");
    JsonNode role = realm.get("/clients/" + client + "/roles/members.invite").expect(200).json();
    realm.put("/roles-by-id/" + role.get("id").asText(), described(role, "Ours")).expect(204);
    realm.delete("/clients/" + client + "/roles/activity.view").expect(204);

    JsonNode again = realm.post("/company/setup", Map.of()).expect(200).json();

    assertThat(names(again, "permission")).containsExactly("activity.view");
    assertThat(
            realm
                .get("/clients/" + client + "/roles/members.invite")
                .expect(200)
                .json()
                .get("description")
                .asText())
        .isEqualTo("Ours");
  }

  @Test
  void withoutOrganizationsNothingIsMade() {
    RealmAdmin realm = realm("no-organizations", Map.of("organizationsEnabled", false));

    for (String call : List.of("/company/setup", "/company/setup?dryRun")) {
      JsonNode refusal = realm.post(call, Map.of()).expect(409).json();
      assertThat(refusal.get("error").asText()).isEqualTo("organizations_disabled");
      assertThat(refusal.get("errorMessage").asText()).contains("Switch them on");
    }
    assertThat(client(realm, "company")).isEmpty();
    assertThat(findings(realm)).contains("organizations_disabled");
  }

  @Test
  void withoutKeycloaksScopeNothingIsMade() {
    RealmAdmin realm = realm("no-scope", Map.of());
    realm.delete("/client-scopes/" + scope(realm, "organization")).expect(204);

    JsonNode refusal = realm.post("/company/setup", Map.of()).expect(409).json();

    assertThat(refusal.get("error").asText()).isEqualTo("organization_scope_missing");
    assertThat(client(realm, "company")).isEmpty();
  }

  @Test
  void anApplicationOfTheSameIdIsNeverTouched() {
    RealmAdmin realm = realm("taken", Map.of());
    realm.createClient("company", Map.of());

    JsonNode refusal = realm.post("/company/setup", Map.of()).expect(409).json();
    assertThat(refusal.get("error").asText()).isEqualTo("client_taken");
    assertThat(realm.delete("/company/setup").expect(200).json().get("changes")).isEmpty();
    assertThat(client(realm, "company")).hasSize(1);
  }

  @Test
  void anApplicationThatIsCalledLikeTheOneToJoinByIsNeverTouched() {
    RealmAdmin realm = realm("join-taken", Map.of());
    realm.createClient("company-join", Map.of());

    JsonNode refusal = realm.post("/company/setup", Map.of()).expect(409).json();
    assertThat(refusal.get("error").asText()).isEqualTo("join_client_taken");
    assertThat(realm.delete("/company/setup").expect(200).json().get("changes")).isEmpty();
    assertThat(client(realm, "company-join")).hasSize(1);
  }

  @Test
  void theClientToJoinByFollowsTheRealmsName() {
    RealmAdmin realm = realm("moved", Map.of());
    realm.post("/company/setup", Map.of()).expect(200);
    JsonNode join = client(realm, "company-join").get(0);
    realm
        .put(
            "/clients/" + join.get("id").asText(),
            Map.of("clientId", "company-join", "redirectUris", List.of("/realms/before/*")))
        .expect(204);

    JsonNode again = realm.post("/company/setup", Map.of()).expect(200).json();

    assertThat(names(again, "redirect_uri")).containsExactly("company-join");
    assertThat(again.get("changes")).hasSize(1);
    assertThat(Json.texts(client(realm, "company-join").get(0).get("redirectUris")))
        .contains("/realms/setup-moved/company/joined/*");
  }

  @Test
  void anUndoLeavesTheRealmAsItWas() {
    RealmAdmin realm = realm("undone", Map.of());
    realm.createClient("shop", Map.of());
    Map<String, List<String>> before = inventory(realm);
    int made = realm.post("/company/setup", Map.of()).expect(200).json().get("changes").size();

    JsonNode told = realm.delete("/company/setup?dryRun=true").expect(200).json();
    assertThat(told.get("remains")).hasSize(5);
    assertThat(client(realm, "company")).hasSize(1);

    JsonNode undone = realm.delete("/company/setup").expect(200).json();
    assertThat(undone.get("changes")).isEqualTo(told.get("changes"));
    assertThat(inventory(realm)).isEqualTo(before);
    assertThat(realm.delete("/company/setup").expect(200).json().get("changes")).isEmpty();
    assertThat(events(realm)).hasSize(2);
    assertThat(realm.post("/company/setup", Map.of()).expect(200).json().get("changes"))
        .hasSize(made);
  }

  @Test
  void anUndoLeavesWhatOthersAdded() {
    RealmAdmin realm = realm("added", Map.of());
    realm.post("/company/setup", Map.of()).expect(200);
    String client = realm.clientUuid("company");
    realm.post("/clients/" + client + "/roles", Map.of("name", "ours")).expect(201);
    String scope = scope(realm, "company");
    realm
        .post(
            "/client-scopes/" + scope + "/protocol-mappers/models",
            Map.of(
                "name", "ours",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-usermodel-attribute-mapper"))
        .expect(201);

    realm.delete("/company/setup").expect(200);

    assertThat(Json.texts(realm.get("/clients/" + client + "/roles").expect(200).json(), "name"))
        .containsExactly("ours");
    assertThat(
            Json.texts(
                realm
                    .get("/client-scopes/" + scope + "/protocol-mappers/models")
                    .expect(200)
                    .json(),
                "name"))
        .containsExactly("ours");
  }

  @Test
  void itTakesThePermissionsOfKeycloakAndAClearRequest() {
    RealmAdmin realm = realm("permissions", Map.of());
    realm.createClient("desk", Map.of());
    String manager = realm.createUser("manager@vendor.example", PASSWORD);
    grant(realm, manager, "manage-realm");
    Http http =
        new Http(server.url())
            .as(
                realm
                    .client("desk")
                    .password("manager@vendor.example", PASSWORD, "openid")
                    .access());

    assertThat(http.get(realm.path("/company/check")).status()).isEqualTo(200);
    assertThat(http.post(realm.path("/company/setup?dryRun=true"), Map.of()).status())
        .isEqualTo(403);
    assertThat(
            realm
                .post("/company/setup?dryRun=maybe", Map.of())
                .expect(400)
                .json()
                .get("error")
                .asText())
        .isEqualTo("invalid_value");

    grant(realm, manager, "manage-clients");
    Http both =
        new Http(server.url())
            .as(
                realm
                    .client("desk")
                    .password("manager@vendor.example", PASSWORD, "openid")
                    .access());
    assertThat(both.post(realm.path("/company/setup?dryRun=true"), Map.of()).status())
        .isEqualTo(200);
  }

  private RealmAdmin realm(String name, Map<String, ?> settings) {
    Map<String, Object> all = new TreeMap<>(Map.of("adminEventsEnabled", true));
    all.putAll(settings);
    RealmAdmin realm = admin.createRealm("setup-" + name, all);
    realms.add(realm);
    return realm;
  }

  private static void grant(RealmAdmin realm, String userId, String role) {
    String management = realm.clientUuid("realm-management");
    JsonNode found = realm.get("/clients/" + management + "/roles/" + role).expect(200).json();
    realm
        .post("/users/" + userId + "/role-mappings/clients/" + management, List.of(found))
        .expect(204);
  }

  private static JsonNode client(RealmAdmin realm, String clientId) {
    return realm.get("/clients?clientId=" + clientId).expect(200).json();
  }

  private static String scope(RealmAdmin realm, String name) {
    return StreamSupport.stream(realm.get("/client-scopes").expect(200).json().spliterator(), false)
        .filter(scope -> scope.get("name").asText().equals(name))
        .map(scope -> scope.get("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> described(JsonNode role, String description) {
    return Map.of(
        "id", role.get("id").asText(),
        "name", role.get("name").asText(),
        "description", description);
  }

  private static List<JsonNode> events(RealmAdmin realm) {
    return StreamSupport.stream(
            realm.get("/admin-events?max=100").expect(200).json().spliterator(), false)
        .filter(event -> event.path("resourceType").asText().equals("COMPANY_SETUP"))
        .toList();
  }

  private static List<String> findings(RealmAdmin realm) {
    return Json.texts(realm.get("/company/check").expect(200).json().get("findings"), "code");
  }

  private static Map<String, Integer> kinds(JsonNode answer) {
    Map<String, Integer> kinds = new TreeMap<>();
    answer.get("changes").forEach(c -> kinds.merge(c.get("kind").asText(), 1, Integer::sum));
    return kinds;
  }

  private static List<String> names(JsonNode answer, String kind) {
    return StreamSupport.stream(answer.get("changes").spliterator(), false)
        .filter(change -> change.get("kind").asText().equals(kind))
        .map(change -> change.get("name").asText())
        .toList();
  }

  /** The names of everything that a set-up could touch. */
  private static Map<String, List<String>> inventory(RealmAdmin realm) {
    Map<String, List<String>> names = new TreeMap<>();
    names.put("clients", sorted(realm, "/clients", "clientId"));
    names.put("scopes", sorted(realm, "/client-scopes", "name"));
    names.put("optional", sorted(realm, "/default-optional-client-scopes", "name"));
    names.put("actions", sorted(realm, "/authentication/required-actions", "alias"));
    names.put("roles", sorted(realm, "/roles", "name"));
    names.put(
        "scopes of shop",
        Json.texts(client(realm, "shop").get(0).get("optionalClientScopes")).stream()
            .sorted()
            .toList());
    return names;
  }

  private static List<String> sorted(RealmAdmin realm, String path, String field) {
    return Json.texts(realm.get(path).expect(200).json(), field).stream().sorted().toList();
  }
}
