// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stable codes for everything that can be wrong with a request, whatever the resource does. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsIT {

  private static final String ANNA = "anna@requests.example";
  private static final String ORIGIN = "https://shop.example";

  private final RealmAdmin realm;
  private final RealmAdmin otherRealm;
  private final Http platform;
  private final String anna;

  RequestsIT(KeycloakServer server, Admin admin) {
    realm = admin.createRealm("requests", Map.of());
    realm.createClient("company", Map.of());
    realm.createClient(
        "caller",
        Map.of(
            "protocolMappers",
            List.of(audience()),
            "webOrigins",
            List.of(ORIGIN),
            "serviceAccountsEnabled",
            true));
    realm.createClient("stranger", Map.of("webOrigins", List.of(ORIGIN)));
    anna = realm.createUser(ANNA, "anna");
    otherRealm = admin.createRealm("requests-other", Map.of());
    otherRealm.createClient("company", Map.of());
    otherRealm.createClient("caller", Map.of("protocolMappers", List.of(audience())));
    otherRealm.createUser(ANNA, "anna");
    platform = new Http(server.url().resolve("/realms/requests/company-probe/platform"));
  }

  @AfterAll
  void removeRealms() {
    realm.remove();
    otherRealm.remove();
  }

  /** Makes a client's tokens meant for the pack's resources. */
  static Map<String, Object> audience() {
    return Map.of(
        "name", "company audience",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-audience-mapper",
        "config", Map.of("included.client.audience", "company", "access.token.claim", "true"));
  }

  @Test
  void aGoodBodyIsRead() {
    Reply reply = platform.post("/body", "{\"name\":\"Küche 😀\",\"rank\":3,\"roles\":[\"a\"]}");

    assertThat(reply.expect(200).json().get("name").asText()).isEqualTo("Küche 😀");
    assertThat(reply.json().get("roles").get(0).asText()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                   | 400 | invalid_json",
        "{\"name\":\"a\"} x  | 400 | invalid_json",
        "null                | 400 | body_required",
        "{\"nmae\":\"a\"}    | 400 | unknown_field",
        "{\"rank\":\"3\"}    | 400 | invalid_value",
        "{\"name\":5}        | 400 | invalid_value",
        "{\"roles\":\"a\"}   | 400 | invalid_value",
        "[]                  | 400 | invalid_value",
      })
  void aBadBodyIsRefused(String json, int status, String code) {
    refused(platform.post("/body", json), status, code);
  }

  @Test
  void aMissingBodyIsRefused() {
    refused(platform.post("/body"), 400, "body_required");
    refused(platform.send("POST", "/body", "application/json", ""), 400, "body_required");
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void aBodyOfAnotherKindIsRefused(String contentType) {
    refused(platform.send("POST", "/body", contentType, "{}"), 415, "unsupported_media_type");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String large = "{\"name\":\"" + "x".repeat(100) + "\"}";

    refused(platform.put("/body", large), 413, "body_too_large");
    platform.post("/body", large).expect(200);
    refused(
        platform.post("/body", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}"),
        413,
        "body_too_large");
  }

  @Test
  void aFieldIsNamed() {
    Reply reply = platform.post("/body", "{\"nmae\":\"a\"}");

    assertThat(reply.json().get("details").get("field").asText()).isEqualTo("nmae");
    assertThat(reply.header("Cache-Control")).get().asString().contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({"max=-1", "max=1000000", "max=0", "first=-1", "first=abc", "max=1e3"})
  void aPageThatCannotBeIsRefused(String query) {
    refused(platform.get("/page?" + query), 400, "invalid_paging");
  }

  @Test
  void aPageIsRead() {
    assertThat(platform.get("/page?first=5&max=7").expect(200).body())
        .isEqualTo(platform.get("/page?max=7&first=5").body());
    assertThat(platform.get("/page").json().get("max").asInt()).isEqualTo(20);
  }

  @Test
  void theVersionThatWasReadMustStillBeThere() {
    platform.with("If-Match", "\"7\"").delete("/versioned").expect(204);
    refused(platform.with("If-Match", "\"6\"").delete("/versioned"), 412, "version_conflict");
    refused(platform.with("If-Match", "x").delete("/versioned"), 400, "invalid_version");
    refused(platform.delete("/versioned"), 428, "version_required");
  }

  @Test
  void aPersonIsKnownByATokenForTheAudience() {
    Reply reply = platform.as(token("caller")).get("/caller").expect(200);

    assertThat(reply.json().get("user").asText()).isEqualTo(anna);
    assertThat(reply.json().get("client").asText()).isEqualTo("caller");
  }

  @Test
  void withoutAValidTokenNobodyIsKnown() {
    Reply none = platform.get("/caller");
    refused(none, 401, "not_authenticated");
    assertThat(none.header("WWW-Authenticate")).hasValue("Bearer realm=\"requests\"");
    Reply broken = platform.as("abc").get("/caller");
    refused(broken, 401, "not_authenticated");
    assertThat(broken.header("WWW-Authenticate"))
        .hasValue("Bearer realm=\"requests\", error=\"invalid_token\"");
    refused(platform.with("Authorization", "Basic YTpi").get("/caller"), 401, "not_authenticated");
    refused(platform.with("Authorization", "Bearer").get("/caller"), 401, "not_authenticated");
  }

  @Test
  void tokensForSomethingElseAreRefused() {
    refused(platform.as(token("stranger")).get("/caller"), 403, "wrong_audience");
    String foreign = otherRealm.client("caller").password(ANNA, "anna", "openid").access();
    refused(platform.as(foreign).get("/caller"), 401, "not_authenticated");
    Tokens tokens = realm.client("caller").password(ANNA, "anna", "openid");
    refused(platform.as(tokens.refresh()).get("/caller"), 401, "not_authenticated");
    refused(platform.as(String.valueOf(tokens.idToken())).get("/caller"), 401, "not_authenticated");
  }

  @Test
  void aTokenOfAnEndedSessionIsRefusedAtOnce() {
    Tokens tokens = realm.client("caller").password(ANNA, "anna", "openid");
    platform.as(tokens.access()).get("/caller").expect(200);

    realm.client("caller").logout(tokens);

    refused(platform.as(tokens.access()).get("/caller"), 401, "not_authenticated");
  }

  @Test
  void aServiceAccountIsNoPerson() {
    String machine =
        realm
            .client("caller")
            .token(Map.of("grant_type", "client_credentials"))
            .expect(200)
            .json()
            .get("access_token")
            .asText();

    refused(platform.as(machine).get("/caller"), 403, "person_required");
  }

  @Test
  void aRefusalUndoesWhatWasWritten() {
    refused(platform.as(token("caller")).post("/refused/probe-trace"), 409, "probe_refused");

    assertThat(realm.get("").json().path("attributes").has("probe-trace")).isFalse();
  }

  @Test
  void theWebOriginsOfTheClientMayReadAnswersAndRefusals() {
    Http page = platform.with("Origin", ORIGIN).as(token("caller"));

    Reply answer = page.get("/caller").expect(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    assertThat(answer.header("Access-Control-Expose-Headers")).get().asString().contains("ETag");
    Reply refusal = page.post("/refused/probe-trace");
    refused(refusal, 409, "probe_refused");
    assertThat(refusal.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    Reply wrongAudience = platform.with("Origin", ORIGIN).as(token("stranger")).get("/caller");
    refused(wrongAudience, 403, "wrong_audience");
    assertThat(wrongAudience.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
  }

  @Test
  void anotherWebOriginIsRefused() {
    Reply reply =
        platform.with("Origin", "https://evil.example").as(token("caller")).get("/caller");

    refused(reply, 403, "origin_not_allowed");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aPageCanSeeThatItsTokenIsWorthNothing() {
    Reply reply = platform.with("Origin", ORIGIN).as("abc").get("/caller");

    refused(reply, 401, "not_authenticated");
    assertThat(reply.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    assertThat(reply.header("Access-Control-Allow-Credentials")).hasValue("false");
  }

  @Test
  void aBrowserMayAskBeforehand() {
    Reply reply =
        platform
            .with("Origin", ORIGIN)
            .with("Access-Control-Request-Method", "PUT")
            .with("Access-Control-Request-Headers", "authorization,if-match")
            .send("OPTIONS", "/body", null, null)
            .expect(200);

    assertThat(reply.header("Access-Control-Allow-Origin")).hasValue(ORIGIN);
    assertThat(String.join(",", reply.headers().allValues("Access-Control-Allow-Headers")))
        .contains("Authorization", "If-Match", "Content-Type");
    assertThat(reply.header("Access-Control-Allow-Methods")).get().asString().contains("PUT");
  }

  private String token(String client) {
    return realm.client(client).password(ANNA, "anna", "openid").access();
  }

  private static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.json().get("error").asText()).isEqualTo(code);
    assertThat(reply.json().get("errorMessage").asText()).isNotBlank();
  }
}
