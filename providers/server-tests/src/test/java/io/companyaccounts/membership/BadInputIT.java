// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a call: a stable code, a text, the right status, nothing changed. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

  private final CompanyRealm realm;
  private final Admin admin;
  private final String acme;
  private final String worker;
  private final String stranger;
  private final Http boss;
  private final String before;

  BadInputIT(KeycloakServer server, Admin admin) {
    this.admin = admin;
    realm = CompanyRealm.create(server, admin, "bad-input");
    acme = realm.company("acme");
    String globex = realm.company("globex");
    realm.member(acme, "boss@acme.example", "director");
    worker = realm.member(acme, "worker@acme.example");
    stranger = realm.member(globex, "stranger@globex.example");
    realm.admin().put("", Map.of("realm", "bad-input", "accessTokenLifespan", 1200)).expect(204);
    boss = realm.as("boss@acme.example");
    before = state();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(state()).isEqualTo(before);
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @ParameterizedTest
  @CsvSource({
    "/organizations/nowhere/members, 404, organization_not_found",
    "/organizations/globex/members, 404, organization_not_found",
    "/organizations/%00/members, 404, organization_not_found",
    "/organizations/acme/members/nobody, 404, member_not_found",
    "/organizations/acme/roles/nothing, 404, role_not_found",
    "/organizations/acme/members?max=-1, 400, invalid_paging",
    "/organizations/acme/members?max=1000000, 400, invalid_paging",
    "/organizations/acme/members?first=-1, 400, invalid_paging",
    "/organizations/acme/members?first=x, 400, invalid_paging",
    "/organizations/acme/members?sort=password, 400, invalid_sort",
    "/organizations/acme/members?state=ASLEEP, 400, invalid_value",
    "/organizations/acme/members?role=nothing, 400, invalid_value",
    "/organizations/acme/activity?cursor=abc, 400, invalid_cursor",
    "/organizations/acme/activity?kind=NOTHING, 400, invalid_value",
  })
  void whatIsAskedForWrongly(String path, int status, String code) {
    refused(boss.get(realm.path(path)), status, code);
  }

  @Test
  void aMemberOfAnotherCompanyIsNoMemberHere() {
    refused(
        boss.get(realm.path("/organizations/acme/members/" + stranger)), 404, "member_not_found");
    refused(
        boss.put(
            realm.path("/organizations/acme/members/" + stranger + "/roles"),
            rolesBody("operator")),
        404,
        "member_not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"roles\":[{\"role\":\"operator\"}],\"extra\":1} | unknown_field",
        "{\"roles\":[{\"role\":\"operator\",\"rank\":99}]} | unknown_field",
        "{\"roles\":\"operator\"} | invalid_value",
        "{\"roles\":[7]} | invalid_value",
        "{\"roles\":[null]} | invalid_value",
        "{\"roles\":[{}]} | invalid_value",
        "{\"roles\":[{\"role\":\"operator\",\"until\":\"soon\"}]} | invalid_value",
        "{} | invalid_value",
        "[] | invalid_value",
        "{\"roles\": | invalid_json",
        "null | body_required",
        "{\"roles\":[{\"role\":\"operator\"},{\"role\":\"operator\"}]} | role_twice",
        "{\"roles\":[{\"role\":\"operator\",\"until\":\"2001-01-01T00:00:00Z\"}]} | period_over",
        "{\"roles\":[{\"role\":\"'; drop table COMPANY_MEMBER; --\"}]} | unknown_role",
      })
  void bodiesThatAreNotWhatTheyShouldBe(String body, String code) {
    String path = realm.path("/organizations/acme/members/" + worker + "/roles");
    refused(boss.send("PUT", path, "application/json", body), 400, code);
  }

  @Test
  void emptyBodiesAndOtherContentTypes() {
    String path = realm.path("/organizations/acme/members/" + worker + "/roles");
    refused(boss.send("PUT", path, "application/json", ""), 400, "body_required");
    refused(boss.send("PUT", path, "text/plain", "{\"roles\":[]}"), 415, "unsupported_media_type");
    refused(boss.with("If-Match", "x").put(path, rolesBody("operator")), 400, "invalid_version");
    refused(
        boss.with("If-Match", "\"99\"").put(path, rolesBody("purchaser")), 412, "version_conflict");
  }

  @Test
  void namesOfEveryKind() {
    String roles = realm.path("/organizations/acme/roles");
    List<String> permissions = List.of("shop:order.request");
    refused(role(roles, "x".repeat(300), permissions), 400, "invalid_name");
    refused(role(roles, " ", permissions), 400, "invalid_name");
    refused(role(roles, "a\u0007b", permissions), 400, "invalid_name");
    refused(role(roles, "OPERATOR", permissions), 409, "name_taken");
    refused(role(roles, "fine", List.of()), 400, "no_permissions");
    refused(role(roles, "fine", List.of("shop:fly")), 400, "unknown_permission");
    refused(
        role(roles, "fine", List.of("realm-management:realm-admin")), 400, "unknown_permission");
    refused(role(roles, "fine", List.of("nonsense")), 400, "invalid_value");

    for (String name : List.of("<b>\"'&; drop table</b>", "🧑‍🏭 Werk", "Ärger & Söhne")) {
      Reply made = role(roles, name, permissions).expect(201);
      assertThat(made.json().get("name").asText()).isEqualTo(name);
      boss.delete(roles + "/" + made.json().get("id").asText()).expect(204);
    }
  }

  @Test
  void tokensThatAreNotMeantForThis() {
    String path = realm.path("/organizations/acme/members");
    Http nobody = new Http(realm.server().url());
    Reply none = nobody.get(path);
    refused(none, 401, "not_authenticated");
    assertThat(none.header("WWW-Authenticate")).isPresent();
    refused(nobody.as("rubbish").get(path), 401, "not_authenticated");
    String shopToken =
        realm
            .shop()
            .password("boss@acme.example", CompanyRealm.PASSWORD, "openid company organization:*")
            .access();
    refused(nobody.as(shopToken).get(path), 403, "wrong_audience");

    CompanyRealm other = CompanyRealm.create(realm.server(), admin, "bad-input-2");
    try {
      String org = other.company("acme");
      other.member(org, "boss@acme.example", "director");
      String foreign =
          other
              .portal()
              .password("boss@acme.example", CompanyRealm.PASSWORD, "openid company-api")
              .access();
      refused(nobody.as(foreign).get(path), 401, "not_authenticated");
    } finally {
      other.admin().remove();
    }
  }

  @Test
  void aPersonWithoutThePermissionSeesOnlyOneself() {
    Http plain = realm.as("worker@acme.example");
    refused(plain.get(realm.path("/organizations/acme/members")), 403, "not_permitted");
    refused(plain.get(realm.path("/organizations/acme/activity")), 403, "not_permitted");
    plain.get(realm.path("/organizations/acme/members/" + worker)).expect(200);
    plain.get(realm.path("/organizations/acme/matrix")).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/organizations/acme/members",
        "/organizations/acme/members/x/roles",
        "/organizations/nowhere/invitations",
        "/organizations/acme/invitations/batch"
      })
  void aBrowserMayAskBeforehandWithoutAToken(String path) {
    Reply reply =
        new Http(realm.server().url())
            .with("Origin", "https://portal.example")
            .with("Access-Control-Request-Method", "PUT")
            .with("Access-Control-Request-Headers", "authorization,if-match")
            .send("OPTIONS", realm.path(path), null, null)
            .expect(200);

    assertThat(reply.header("Access-Control-Allow-Origin")).contains("https://portal.example");
    assertThat(reply.header("Access-Control-Allow-Methods")).get().asString().contains("PUT");
    assertThat(String.join(",", reply.headers().allValues("Access-Control-Allow-Headers")))
        .contains("Authorization", "If-Match", "Content-Type");
  }

  @Test
  void otherWebOriginsAreKeptOut() {
    String path = realm.path("/organizations/acme/roles");
    Reply good = boss.with("Origin", "https://portal.example").get(path).expect(200);
    assertThat(good.header("Access-Control-Allow-Origin")).contains("https://portal.example");
    Reply error = boss.with("Origin", "https://portal.example").get(path + "/nothing").expect(404);
    assertThat(error.header("Access-Control-Allow-Origin")).contains("https://portal.example");
    refused(boss.with("Origin", "https://evil.example").get(path), 403, "origin_not_allowed");
  }

  private Reply role(String path, String name, List<String> permissions) {
    return boss.post(path, Map.of("name", name, "permissions", permissions));
  }

  private static void refused(Reply reply, int status, String code) {
    reply.expect(status);
    assertThat(reply.json().get("error").asText()).isEqualTo(code);
    assertThat(reply.json().get("errorMessage").asText()).isNotBlank();
  }

  /** All that a change could have touched. */
  private String state() {
    String organization = "/company/organizations/" + acme;
    return realm.admin().get(organization + "/members?max=100").expect(200).body()
        + realm.admin().get(organization + "/roles").expect(200).body();
  }
}
