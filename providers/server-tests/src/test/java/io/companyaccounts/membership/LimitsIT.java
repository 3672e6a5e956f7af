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
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A role is given up to an amount, applications are told, and nobody gives more than the own. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

  private static final String REALM = "limits";

  private final KeycloakServer server;
  private final CompanyRealm realm;

  LimitsIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    realm = CompanyRealm.create(server, admin, REALM);
    realm.admin().mailsTo(mailbox);
    realm.letLimit("order.place");
    realm.letLimit("order.release");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void aRoleIsGivenUpToAnAmountAndTheNextTokenTellsIt() {
    String org = realm.company("acme");
    realm.member(org, "ada@acme.example", "administrator");
    String olga = realm.member(org, "olga@acme.example");
    Http ada = realm.as("ada@acme.example");
    var before = realm.shop().password("olga@acme.example", CompanyRealm.PASSWORD, scope("acme"));
    assertThat(shop(before.accessClaims(), "acme").has("limits")).isFalse();

    Reply reply = ada.put(roles(org, olga), body(limited("purchaser", 5000L))).expect(200);

    assertThat(reply.json().at("/roles/0/limit").isIntegralNumber()).isTrue();
    assertThat(reply.json().at("/roles/0/limit").asLong()).isEqualTo(5000);
    JsonNode listed =
        ada.get(realm.path("/organizations/acme/members?search=olga")).expect(200).json();
    assertThat(listed.at("/members/0/roles/0/limit").asLong()).isEqualTo(5000);
    JsonNode claims = realm.shop().refresh(before).accessClaims();
    assertThat(shop(claims, "acme").get("limits").toString()).isEqualTo("{\"order.place\":5000}");
    assertThat(Json.texts(shop(claims, "acme").get("roles")))
        .containsExactly("order.place", "order.request");
    assertThat(
            realm
                .shop()
                .userinfo(realm.shop().refresh(before).access())
                .expect(200)
                .json()
                .at(limit("acme"))
                .asLong())
        .isEqualTo(5000);
    assertThat(activity(org).at("/details/roles_added").asText())
        .isEqualTo("purchaser (up to 5000)");

    String version = reply.header("ETag").orElseThrow();
    ada.with("If-Match", version).post(roles(org, olga), limited("purchaser", 700L)).expect(200);
    ada.with("If-Match", version).post(roles(org, olga), limited("purchaser", 800L)).expect(412);
    assertThat(realm.shop().refresh(before).accessClaims().at(limit("acme")).asLong())
        .isEqualTo(700);
    assertThat(activity(org).at("/details/roles_removed").asText())
        .isEqualTo("purchaser (up to 5000)");

    ada.put(roles(org, olga), body(limited("purchaser", 700L), limited("director", null)))
        .expect(403);
    realm
        .admin()
        .put(
            "/company/organizations/" + org + "/members/" + olga + "/roles",
            body(limited("purchaser", 700L), limited("director", null)))
        .expect(200);
    assertThat(shop(realm.shop().refresh(before).accessClaims(), "acme").has("limits")).isFalse();
  }

  @Test
  void whichPermissionsCanBeLimitedIsSeenAtTheRole() {
    String org = realm.company("shown");
    realm.member(org, "ida@shown.example", "purchaser");
    Http ida = realm.as("ida@shown.example");
    String roles = realm.path("/organizations/" + org + "/roles");

    assertThat(Json.texts(ida.get(roles + "/director").expect(200).json().get("limited")))
        .containsExactly("shop:order.place", "shop:order.release");
    assertThat(ida.get(roles + "/operator").expect(200).json().get("limited")).isEmpty();
  }

  @Test
  void whatIsNoLimitIsRefused() {
    String org = realm.company("strict");
    realm.member(org, "ada@strict.example", "administrator");
    String ida = realm.member(org, "ida@strict.example");
    Http ada = realm.as("ada@strict.example");

    for (String wrong :
        List.of("\"5000\"", "5000.5", "5e3", "true", "[]", "1e99", "9".repeat(30))) {
      String body = "{\"roles\": [{\"role\": \"purchaser\", \"limit\": " + wrong + "}]}";
      refused(ada.put(roles(org, ida), body), 400, "invalid_value");
    }
    for (long wrong : List.of(-1L, 1_000_000_000_000L)) {
      refused(ada.put(roles(org, ida), body(limited("purchaser", wrong))), 400, "invalid_limit");
    }
    refused(ada.put(roles(org, ida), body(limited("operator", 5L))), 400, "limit_useless");
    ada.put(roles(org, ida), "{\"roles\": [{\"role\": \"purchaser\", \"limit\": null}]}")
        .expect(200);
    ada.put(roles(org, ida), body(limited("purchaser", 999_999_999_999L))).expect(200);
    ada.put(roles(org, ida), body(limited("purchaser", 0L))).expect(200);
  }

  @Test
  void whoIsLimitedGivesNobodyMoreAndKeepsTheOwnLimit() {
    String org = realm.company("bound");
    realm.member(org, "dora@bound.example", "director");
    String ada = realm.member(org, "ada@bound.example");
    String ida = realm.member(org, "ida@bound.example");
    Http dora = realm.as("dora@bound.example");
    Map<String, Object> office = limited("administrator", null);
    dora.put(roles(org, ada), body(office, limited("purchaser", 5000L))).expect(200);
    Http http = realm.as("ada@bound.example");

    refused(http.put(roles(org, ida), rolesBody("purchaser")), 403, "limit_above_own");
    refused(http.post(roles(org, ida), limited("purchaser", 5001L)), 403, "limit_above_own");
    http.post(roles(org, ida), limited("purchaser", 5000L)).expect(200);
    refused(
        http.put(roles(org, ada), body(office, limited("purchaser", null))),
        403,
        "limit_above_own");
    refused(http.delete(roles(org, ada) + "/purchaser"), 403, "own_limit_stays");
    refused(
        http.post(
            realm.path("/organizations/" + org + "/invitations"),
            Map.of("email", "eve@bound.example", "roles", List.of(limited("purchaser", null)))),
        403,
        "limit_above_own");

    String customs = realm.path("/organizations/" + org + "/roles");
    String night =
        dora.post(customs, role("Night", "shop:order.request"))
            .expect(201)
            .json()
            .get("id")
            .asText();
    String day =
        dora.post(customs, role("Day", "shop:order.place")).expect(201).json().get("id").asText();
    dora.post(roles(org, ida), limited(night, null)).expect(200);
    refused(
        http.put(customs + "/" + night, role("Night", "shop:order.place")), 403, "limit_above_own");
    refused(
        http.put(customs + "/" + day, role("Day", "shop:order.request")), 403, "own_limit_stays");
    String udo = realm.member(org, "udo@bound.example");
    dora.post(roles(org, udo), limited(night, null)).expect(200);
    refused(http.delete(customs + "/" + night + "?moveTo=purchaser"), 403, "limit_above_own");

    dora.delete(customs + "/" + night + "?moveTo=purchaser").expect(204);
    assertThat(member(org, ida).at("/roles/0/limit").asLong()).isEqualTo(5000);
    assertThat(member(org, udo).at("/roles/0").has("limit")).isFalse();
    dora.delete(roles(org, ada) + "/purchaser").expect(200);
  }

  @Test
  void anInvitationBringsItsLimitAlong() {
    String org = realm.company("guests");
    realm.member(org, "ada@guests.example", "administrator");
    String vera = realm.admin().createUser("vera@guests.example", CompanyRealm.PASSWORD);
    Http ada = realm.as("ada@guests.example");
    String invitations = realm.path("/organizations/" + org + "/invitations");

    JsonNode sent =
        ada.post(
                invitations,
                Map.of(
                    "email", "vera@guests.example", "roles", List.of(limited("purchaser", 300L))))
            .expect(201)
            .json();

    String path = invitations + "/" + sent.get("id").asText();
    assertThat(sent.at("/roles/0/limit").asLong()).isEqualTo(300);
    assertThat(ada.get(path).json().at("/roles/0/limit").asLong()).isEqualTo(300);
    assertThat(ada.get(invitations).json().at("/invitations/0/roles/0/limit").asLong())
        .isEqualTo(300);
    ada.put(path + "/roles", body(limited("purchaser", 400L))).expect(200);
    JsonNode link =
        ada.post(
                realm.path("/organizations/" + org + "/invite-links"),
                Map.of("name", "All", "roles", List.of(limited("purchaser", 20L))))
            .expect(201)
            .json();
    assertThat(link.at("/roles/0/limit").asLong()).isEqualTo(20);

    accept(sent.get("id").asText(), vera);
    assertThat(member(org, vera).at("/roles/0/limit").asLong()).isEqualTo(400);
    assertThat(
            realm
                .shop()
                .password("vera@guests.example", CompanyRealm.PASSWORD, scope("guests"))
                .accessClaims()
                .at(limit("guests"))
                .asLong())
        .isEqualTo(400);
  }

  @Test
  void companyDataCarriesLimits() {
    String org = realm.company("moved");
    String ida = realm.member(org, "ida@moved.example");
    realm
        .admin()
        .put(
            "/company/organizations/" + org + "/members/" + ida + "/roles",
            body(limited("purchaser", 5000L)))
        .expect(200);

    JsonNode exported = realm.admin().get("/company/export?organization=moved").expect(200).json();
    assertThat(exported.at("/organizations/0/members/0/roles/0/limit").asLong()).isEqualTo(5000);
    assertThat(imported(exported)).isZero();
    realm.setRoles(org, ida, "purchaser");
    assertThat(imported(exported)).isEqualTo(1);
    assertThat(imported(exported)).isZero();
    assertThat(member(org, ida).at("/roles/0/limit").asLong()).isEqualTo(5000);
  }

  /** The account accepts by the way of the probe, which knows the code. */
  private void accept(String invitation, String user) {
    Http probe =
        new Http(server.url().resolve("/realms/" + REALM + "/company-probe/platform/invitations"));
    String org = realm.admin().get("/organizations?search=guests").json().get(0).get("id").asText();
    String code =
        probe
            .post("/" + org + "/" + invitation + "/resend")
            .expect(200)
            .json()
            .get("code")
            .asText();
    assertThat(
            probe.post("/opened/" + code + "/accept?user=" + user).expect(200).json().get("state"))
        .hasToString("\"ACCEPTED\"");
  }

  private int imported(JsonNode data) {
    return realm.admin().post("/company/import", data).expect(200).json().get("changes").asInt();
  }

  private JsonNode member(String org, String user) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/members/" + user)
        .expect(200)
        .json();
  }

  private JsonNode activity(String org) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/activity?kind=ROLES_CHANGED")
        .expect(200)
        .json()
        .at("/entries/0");
  }

  private String roles(String org, String user) {
    return realm.path("/organizations/" + org + "/members/" + user + "/roles");
  }

  private static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.request() + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().get("error").asText()).isEqualTo(code);
    assertThat(reply.json().get("errorMessage").asText()).isNotBlank();
  }

  private static Map<String, Object> limited(String role, @Nullable Long limit) {
    return limit == null ? Map.of("role", role) : Map.of("role", role, "limit", limit);
  }

  @SafeVarargs
  private static Map<String, Object> body(Map<String, Object>... roles) {
    return Map.of("roles", new ArrayList<>(List.of(roles)));
  }

  private static Map<String, Object> role(String name, String... permissions) {
    return Map.of("name", name, "permissions", List.of(permissions));
  }

  private static String scope(String alias) {
    return "openid company organization:" + alias;
  }

  private static JsonNode shop(JsonNode claims, String alias) {
    return claims.at("/organization/" + alias + "/resource_access/shop");
  }

  private static String limit(String alias) {
    return "/organization/" + alias + "/resource_access/shop/limits/order.place";
  }
}
