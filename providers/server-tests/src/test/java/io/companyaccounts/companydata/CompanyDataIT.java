// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What companies stored leaves a realm as JSON and comes back, whole or not at all. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyDataIT {

  private static final String REALM = "company-data";

  private final Admin everything;
  private final CompanyRealm realm;
  private final RealmAdmin admin;
  private int companies;
  private String alias = "";
  private String acme = "";

  CompanyDataIT(KeycloakServer server, Admin everything) {
    this.everything = everything;
    realm = CompanyRealm.create(server, everything, REALM);
    admin = realm.admin();
  }

  @BeforeEach
  void foundCompany() {
    alias = "acme" + ++companies;
    acme = realm.company(alias);
    for (String name : List.of("ann", "ben", "cleo")) {
      realm.member(acme, person(name));
    }
  }

  @AfterAll
  void removeRealm() {
    admin.remove();
  }

  @Test
  void whatAFileSaysIsSoAfterwardsAndComesOutAgain() {
    String file =
        """
        {"format": 1, "organizations": [{"alias": "acme", "owner": "ann@acme.example",
          "roles": [{"name": "Früh & spät", "description": "Zwei Schichten", "rank": 60,
                     "permissions": ["portal:machine.view", "shop:order.place"]}],
          "members": [
            {"username": "ann@acme.example", "roles": [{"role": "director"}]},
            {"username": "ben@acme.example", "state": "BLOCKED", "roles": [
              {"role": "purchaser", "from": "2001-01-01T00:00:00Z",
               "until": "2002-01-01T00:00:00Z"},
              {"custom": "Früh & spät"}]}]}]}
        """;

    JsonNode answer = admin.post("/company/import", file(file)).expect(200).json();
    assertThat(answer.get("changes").asInt()).isEqualTo(5);
    assertThat(answer.at("/organizations/0").toString())
        .contains("\"rolesCreated\":1", "\"membersChanged\":2", "\"blocked\":1")
        .contains("\"ownerChanged\":true");

    assertThat(export()).isEqualTo(file(file));
    assertThat(members("state=BLOCKED")).containsExactly(person("ben"));
    assertThat(Json.texts(admin.get("/organizations/" + acme + "/members").json(), "username"))
        .doesNotContain(person("ben"));
    assertThat(activity("DATA_IMPORTED")).hasSize(1);
    assertThat(activity("DATA_IMPORTED").get(0).at("/actorKind").asText()).isEqualTo("REALM_ADMIN");
    assertThat(events("COMPANY_DATA")).hasSize(1);
  }

  @Test
  void theSameFileTwiceChangesNothingTheSecondTime() {
    String file = twoRoles("director", "purchaser");
    admin.post("/company/import", file(file)).expect(200);
    JsonNode exported = export();
    int rows = activity(null).size();
    int events = events("").size();

    for (Object again : List.of(file(file), exported)) {
      JsonNode answer = admin.post("/company/import", again).expect(200).json();
      assertThat(answer.get("changes").asInt()).isZero();
      assertThat(answer.get("organizations")).isEmpty();
    }

    assertThat(export()).isEqualTo(exported);
    assertThat(activity(null)).hasSize(rows);
    assertThat(events("")).hasSize(events);
  }

  @Test
  void aDryRunTellsTheSameAndLeavesEverything() {
    JsonNode before = export();
    int rows = activity(null).size();
    Object file = file(twoRoles("director", "purchaser"));

    JsonNode told = admin.post("/company/import?dryRun=true", file).expect(200).json();
    assertThat(told.get("dryRun").asBoolean()).isTrue();
    assertThat(export()).isEqualTo(before);
    assertThat(activity(null)).hasSize(rows);

    JsonNode done = admin.post("/company/import", file).expect(200).json();
    assertThat(done.get("organizations")).isEqualTo(told.get("organizations"));
  }

  @Test
  void whoIsNotListedKeepsWhatIsThere() {
    admin.post("/company/import", file(twoRoles("director", "purchaser"))).expect(200);

    admin
        .post(
            "/company/import",
            file(
                """
                {"format": 1, "organizations": [{"alias": "acme", "owner": "ann@acme.example",
                  "members": [{"username": "cleo@acme.example", "roles": [{"role": "director"}]}]}]}
                """))
        .expect(200);

    assertThat(export().at("/organizations/0/members/1/roles/0/role").asText())
        .isEqualTo("purchaser");
    assertThat(export().at("/organizations/0/members")).hasSize(3);
  }

  @Test
  void allThatIsWrongIsToldAndNothingIsHalf() {
    realm.company("globex");
    JsonNode before = export();

    JsonNode refusal =
        admin
            .post(
                "/company/import",
                file(
                    """
                    {"format": 1, "organizations": [
                      {"alias": "acme", "members": [
                        {"username": "ann@acme.example", "roles": [{"role": "director"}]}]},
                      {"alias": "globex", "owner": "ann@acme.example",
                       "roles": [{"name": "x", "permissions": ["shop:fly"]}],
                       "members": [{"username": "ben@acme.example"},
                                   {"username": "zoe@acme.example", "roles": [{"role": "y"}]}]},
                      {"alias": "initech", "logo": 1}]}
                    """))
            .expect(400)
            .json();

    assertThat(refusal.get("error").asText()).isEqualTo("invalid_data");
    assertThat(refusal.at("/details/total").asInt()).isEqualTo(7);
    assertThat(
            StreamSupport.stream(refusal.at("/details/items").spliterator(), false)
                .map(item -> item.get("path").asText() + " " + item.get("code").asText()))
        .containsExactlyInAnyOrder(
            "organizations[2].logo unknown_field",
            "organizations[1].roles[0].permissions[0] unknown_permission",
            "organizations[1].members[0].username not_a_member",
            "organizations[1].members[1].username unknown_user",
            "organizations[1].members[1].roles[0] unknown_role",
            "organizations[1].owner owner_not_a_member",
            "organizations[2].alias unknown_organization");
    assertThat(export()).isEqualTo(before);
    assertThat(activity("DATA_IMPORTED")).isEmpty();
  }

  @Test
  void aRuleThatRefusesLateTakesEverythingBack() {
    admin.post("/company/import", file(twoRoles("director", "purchaser"))).expect(200);
    JsonNode before = export();
    String nobodyManages =
        """
        {"format": 1, "organizations": [{"alias": "acme",
          "roles": [{"name": "New", "permissions": ["shop:order.place"]}],
          "members": [{"username": "ann@acme.example", "roles": [{"role": "operator"}]}]}]}
        """;

    JsonNode refusal = admin.post("/company/import", file(nobodyManages)).expect(400).json();

    assertThat(Json.texts(refusal.at("/details/items"), "code")).contains("last_manager");
    assertThat(export()).isEqualTo(before);
  }

  @Test
  void whoManagesMayChangeHandsInOneFile() {
    admin.post("/company/import", file(twoRoles("director", "purchaser"))).expect(200);
    String swapped =
        """
        {"format": 1, "organizations": [{"alias": "acme", "owner": "ben@acme.example",
          "members": [
            {"username": "ann@acme.example", "state": "BLOCKED"},
            {"username": "ben@acme.example", "roles": [{"role": "administrator"}]}]}]}
        """;
    String back =
        """
        {"format": 1, "organizations": [{"alias": "acme", "owner": null,
          "members": [
            {"username": "ann@acme.example", "roles": [{"role": "administrator"}]},
            {"username": "ben@acme.example", "state": "BLOCKED"}]}]}
        """;

    admin.post("/company/import", file(swapped)).expect(200);
    assertThat(export().at("/organizations/0/owner").asText()).isEqualTo(person("ben"));
    assertThat(members("state=BLOCKED")).containsExactly(person("ann"));

    admin.post("/company/import", file(back)).expect(200);
    assertThat(export().at("/organizations/0/owner").isNull()).isTrue();
    assertThat(members("state=BLOCKED")).containsExactly(person("ben"));
    assertThat(Json.texts(admin.get("/organizations/" + acme + "/members").json(), "username"))
        .contains(person("ann"))
        .doesNotContain(person("ben"));
  }

  @Test
  void whoWasBlockedOnAnotherServerStaysOutHere() {
    String dora = admin.createUser(person("dora"), CompanyRealm.PASSWORD);
    String file =
        """
        {"format": 1, "organizations": [{"alias": "acme", "members": [
          {"username": "dora@acme.example", "state": "BLOCKED",
           "roles": [{"role": "purchaser"}]}]}]}
        """;

    assertThat(
            admin
                .post("/company/import", file(file))
                .expect(200)
                .json()
                .at("/organizations/0/blocked")
                .asInt())
        .isEqualTo(1);
    assertThat(members("state=BLOCKED")).containsExactly(person("dora"));
    assertThat(admin.post("/organizations/" + acme + "/members", dora).status()).isEqualTo(400);
    assertThat(admin.post("/company/import", file(file)).expect(200).json().get("changes").asInt())
        .isZero();

    admin.post("/company/import", file(file.replace("BLOCKED", "ACTIVE"))).expect(200);
    assertThat(members("role=purchaser")).containsExactly(person("dora"));
    assertThat(Json.texts(admin.get("/organizations/" + acme + "/members").json(), "username"))
        .contains(person("dora"));
  }

  @Test
  void oneOrganizationComesOutAloneEvenIfNothingIsStored() {
    String umbrella = realm.company("umbrella");
    admin.post("/company/import", file(twoRoles("director", "purchaser"))).expect(200);

    assertThat(
            Json.texts(
                admin.get("/company/export").expect(200).json().get("organizations"), "alias"))
        .contains(alias)
        .doesNotContain("umbrella")
        .isSorted();
    for (String name : List.of("umbrella", umbrella)) {
      assertThat(admin.get("/company/export?organization=" + name).expect(200).json().toString())
          .isEqualTo(
              "{\"format\":1,\"organizations\":[{\"alias\":\"umbrella\",\"owner\":null,"
                  + "\"roles\":[],\"members\":[]}]}");
    }
    assertThat(
            admin
                .get("/company/export?organization=initech")
                .expect(404)
                .json()
                .get("error")
                .asText())
        .isEqualTo("organization_not_found");
  }

  @Test
  void aBodyThatIsNoFileIsRefused() {
    assertThat(refusal(400, "application/json", "")).isEqualTo("body_required");
    assertThat(refusal(400, "application/json", "{\"format\": 1,")).isEqualTo("invalid_data");
    assertThat(refusal(415, "text/plain", "{}")).isEqualTo("unsupported_media_type");
    assertThat(
            everything
                .http()
                .send(
                    "POST",
                    admin.path("/company/import"),
                    "application/json",
                    " ".repeat(32 * 1024 * 1024 + 1))
                .status())
        .isEqualTo(413);
  }

  @Test
  void aCompanyOfTwoThousandIsBroughtInAndOutInSeconds() {
    String giant = realm.company("giant");
    everything
        .http()
        .post("/realms/" + REALM + "/company-probe/organizations/" + giant + "/bulk-members/2000")
        .expect(204);
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      members
          .append(i == 0 ? "" : ",")
          .append(
              "{\"username\": \"person%06d@giant.example\", \"roles\": [{\"role\": \"%s\"}]}"
                  .formatted(i, i % 3 == 0 ? "purchaser" : "operator"));
    }
    Object file =
        file(
            "{\"format\": 1, \"organizations\": [{\"alias\": \"giant\", \"members\": ["
                + members
                + "]}]}");

    timed("2000 members in", () -> assertThat(imported(file)).isEqualTo(2000));
    timed("the same again", () -> assertThat(imported(file)).isZero());
    timed("2000 members out", () -> assertThat(export("giant")).hasSize(2000));
  }

  private static void timed(String what, Runnable call) {
    long start = System.nanoTime();
    call.run();
    System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  private int imported(Object file) {
    return admin.post("/company/import", file).expect(200).json().get("changes").asInt();
  }

  /** The company of the test is called acme in the files. */
  private JsonNode file(String json) {
    return Json.read(json.replace("acme", alias));
  }

  private String person(String name) {
    return name + "@" + alias + ".example";
  }

  private JsonNode export() {
    return admin.get("/company/export?organization=" + alias).expect(200).json();
  }

  private JsonNode export(String organization) {
    return admin
        .get("/company/export?organization=" + organization)
        .expect(200)
        .json()
        .at("/organizations/0/members");
  }

  private List<String> members(String query) {
    return Json.texts(
        admin
            .get("/company/organizations/" + acme + "/members?" + query)
            .expect(200)
            .json()
            .get("members"),
        "username");
  }

  private List<JsonNode> activity(@Nullable String kind) {
    String query = kind == null ? "" : "&kind=" + kind;
    return StreamSupport.stream(
            admin
                .get("/company/organizations/" + acme + "/activity?max=100" + query)
                .expect(200)
                .json()
                .get("entries")
                .spliterator(),
            false)
        .toList();
  }

  private List<JsonNode> events(String resourceType) {
    return StreamSupport.stream(
            admin.get("/admin-events?max=500").expect(200).json().spliterator(), false)
        .filter(event -> event.path("resourcePath").asText().contains(acme))
        .filter(event -> event.path("resourceType").asText().startsWith("COMPANY_"))
        .filter(event -> event.path("resourceType").asText().startsWith(resourceType))
        .toList();
  }

  private String refusal(int status, String contentType, String body) {
    return everything
        .http()
        .send("POST", admin.path("/company/import"), contentType, body)
        .expect(status)
        .json()
        .get("error")
        .asText();
  }

  private static String twoRoles(String ann, String ben) {
    return """
        {"format": 1, "organizations": [{"alias": "acme", "owner": "ann@acme.example",
          "members": [{"username": "ann@acme.example", "roles": [{"role": "%s"}]},
                      {"username": "ben@acme.example", "roles": [{"role": "%s"}]}]}]}
        """
        .formatted(ann, ben);
  }
}
