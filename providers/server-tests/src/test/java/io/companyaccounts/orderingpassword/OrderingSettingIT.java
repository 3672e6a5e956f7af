// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OWNER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static io.companyaccounts.orderingpassword.OrderingRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Setting, rotating and removing the ordering password, over REST and in the console's dialog. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingSettingIT {

  private static final String CONFIG =
      "/authentication/required-actions/" + OrderingRealm.ACTION + "/config";
  private static final String MANAGER = "max@acme.example";

  private final OrderingRealm ordering;
  private final Mailbox mails;

  OrderingSettingIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.mails = mails;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-setting");
    ordering.member(MANAGER, "purchaser", "ordering");
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  @AfterEach
  void forgetSettings() {
    ordering.realm().admin().put(CONFIG, Map.of("config", Map.of())).expect(204);
    policy("");
    ordering.settings(Map.of());
  }

  private void policy(String policy) {
    String name = ordering.realm().admin().name();
    ordering.realm().admin().put("", Map.of("realm", name, "passwordPolicy", policy)).expect(204);
  }

  @Test
  void itIsSetRotatedAndRemovedAndEverybodyConcernedIsTold() {
    ordering.realm().admin().delete(ordering.adminPath(""));
    mails.clear();
    Http manager = ordering.as(MANAGER);

    JsonNode set = manager.put(ordering.path(""), Map.of("password", PASSWORD)).expect(200).json();
    assertThat(set.get("set").asBoolean()).isTrue();
    assertThat(set.get("changedBy").asText()).isEqualTo(ordering.id(MANAGER));
    assertThat(set.toString()).doesNotContain(PASSWORD);
    told("now takes a password");

    Reply rotated =
        manager.put(ordering.path(""), Map.of("password", "Another-Password-8")).expect(200);
    assertThat(rotated.json().get("passwordVersion").asInt())
        .isEqualTo(set.get("passwordVersion").asInt() + 1);
    told("New ordering password");

    assertThat(manager.delete(ordering.path("")).expect(200).json().get("set").asBoolean())
        .isFalse();
    told("no longer takes a password");
    assertThat(code(manager.delete(ordering.path("")).expect(409))).isEqualTo("password_not_set");

    for (String kind :
        List.of(
            "ORDERING_PASSWORD_SET", "ORDERING_PASSWORD_ROTATED", "ORDERING_PASSWORD_REMOVED")) {
      JsonNode entry = ordering.activity(kind).get(0);
      assertThat(entry.get("actor").toString()).as(kind).contains(ordering.id(MANAGER));
    }
    String adminEvents =
        ordering
            .realm()
            .admin()
            .get("/admin-events?max=100&resourcePath=company/*")
            .expect(200)
            .body();
    assertThat(adminEvents)
        .contains("ORDERING_PASSWORD_ROTATED")
        .doesNotContain(PASSWORD)
        .doesNotContain("Another-Password-8");
    String export = ordering.realm().admin().get("/company/export").expect(200).body();
    assertThat(export).doesNotContain("argon2").doesNotContain(PASSWORD);
  }

  private void told(String subject) {
    for (String receiver : List.of(OWNER, MANAGER)) {
      Mail mail = mails.await(receiver, each -> each.subject().contains(subject));
      assertThat(mail.requireText()).contains("acme").doesNotContain(PASSWORD);
    }
  }

  @Test
  void aWeakPasswordIsRefusedWithWhatToDo() {
    policy("length(12) and digits(2)");
    Reply weak = set("only-one-digit-1").expect(400);
    assertThat(code(weak)).isEqualTo("password_too_weak");
    assertThat(weak.json().get("errorMessage").asText()).contains("2");
    assertThat(code(set("short-12").expect(400))).isEqualTo("password_too_weak");
    set("long-enough-12").expect(200);
    policy("");

    assertThat(code(set("1234567").expect(400))).isEqualTo("password_too_short");
    assertThat(code(set("").expect(400))).isEqualTo("password_unusable");
    assertThat(code(set(" space-in-front").expect(400))).isEqualTo("password_space_at_end");
    assertThat(code(set("tab\tinside-it").expect(400))).isEqualTo("password_unusable");
    assertThat(set("null\u0000byte-inside").expect(400).json().get("error").asText())
        .isEqualTo("invalid_value");
    assertThat(code(set("x".repeat(257)).expect(400))).isEqualTo("password_unusable");
    assertThat(ordering.as(OWNER).put(ordering.path(""), Map.of()).status()).isEqualTo(400);
    assertThat(ordering.as(OWNER).put(ordering.path(""), Map.of("password", 12345678)).status())
        .isEqualTo(400);
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("password", null);
    assertThat(ordering.as(OWNER).put(ordering.path(""), nothing).status()).isEqualTo(400);
    set("x".repeat(256)).expect(200);
  }

  @Test
  void theOwnLoginPasswordIsRefused() {
    Reply own =
        ordering
            .as(OWNER)
            .put(ordering.path(""), Map.of("password", CompanyRealm.PASSWORD))
            .expect(400);

    assertThat(code(own)).isEqualTo("password_is_login_password");
  }

  @Test
  void whoTriesTooOftenMustWait() {
    String org = ordering.realm().company("busy");
    ordering.realm().member(org, "boss@busy.example", "director", "ordering");
    String path = ordering.realm().path("/organizations/busy/ordering-password");
    Http boss = ordering.as("boss@busy.example");
    for (int i = 0; i < 10; i++) {
      boss.put(path, Map.of("password", "Password-number-" + i)).expect(200);
    }

    assertThat(code(boss.put(path, Map.of("password", "Password-number-11")).expect(429)))
        .isEqualTo("too_many_changes");
    ordering
        .realm()
        .admin()
        .put("/company/organizations/" + org + "/ordering-password", Map.of("password", PASSWORD))
        .expect(200);
  }

  @Test
  void anOldLoginIsNotEnough() throws Exception {
    dialog(Map.of("loginAge", "30")).expect(204);
    Tokens tokens =
        ordering.realm().portal().password(OWNER, CompanyRealm.PASSWORD, "openid company-api");
    Http owner = new Http(ordering.realm().server().url()).as(tokens.access());
    owner.put(ordering.path(""), Map.of("password", PASSWORD)).expect(200);
    Thread.sleep(31_500);
    Http refreshed =
        new Http(ordering.realm().server().url())
            .as(ordering.realm().portal().refresh(tokens).access());

    for (Reply refused :
        List.of(
            refreshed.put(ordering.path(""), Map.of("password", "Another-Password-8")),
            refreshed.delete(ordering.path("")),
            refreshed.put(ordering.path("/settings"), Map.of()),
            refreshed.delete(ordering.path("/locks/company")),
            refreshed.delete(ordering.path("/locks/" + ordering.id(BUYER))))) {
      assertThat(code(refused.expect(403))).isEqualTo("fresh_login_required");
      assertThat(refused.json().at("/details/maxAge").asInt()).isEqualTo(30);
    }
    refreshed.get(ordering.path("")).expect(200);
    assertThat(type(ordering.step(ordering.signedIn(BUYER), "Q-1"), PASSWORD).isBackAtApplication())
        .as("nothing has changed")
        .isTrue();
  }

  @Test
  void settingsAreCheckedAndProtectedAgainstLostUpdates() {
    Http owner = ordering.as(OWNER);
    Reply read = owner.get(ordering.path("")).expect(200);
    String tag = read.header("ETag").orElseThrow();

    JsonNode changed =
        owner
            .with("If-Match", tag)
            .put(
                ordering.path("/settings"),
                Map.of("requiredFor", List.of("order.place"), "windowSeconds", 60))
            .expect(200)
            .json();
    assertThat(changed.at("/own/windowSeconds").asInt()).isEqualTo(60);
    assertThat(changed.at("/effective/windowSeconds").asInt()).isEqualTo(60);
    assertThat(changed.at("/effective/memberTries").asInt()).isEqualTo(5);
    assertThat(changed.at("/own").has("memberTries")).isFalse();
    assertThat(
            code(owner.with("If-Match", tag).put(ordering.path("/settings"), Map.of()).expect(412)))
        .isEqualTo("version_conflict");
    for (Map<String, ?> bad :
        List.of(
            Map.of("windowSeconds", 29),
            Map.of("windowSeconds", 3601),
            Map.of("memberTries", 2),
            Map.of("lockMinutes", 0),
            Map.of("minLength", 7),
            Map.of("requiredFor", List.of("order.plaec")),
            Map.of("requiredFor", Arrays.asList("order.place", null)),
            Map.of("requiredFor", "order.place"),
            Map.of("windowSeconds", 60.5),
            Map.of("unknown", 1))) {
      Reply refused = ordering.as(OWNER).put(ordering.path("/settings"), bad);
      assertThat(refused.status()).as(bad.toString()).isEqualTo(400);
    }
    assertThat(owner.get(ordering.path("")).json().at("/own/windowSeconds").asInt()).isEqualTo(60);
    assertThat(ordering.activity("ORDERING_SETTINGS_CHANGED")).isNotEmpty();
  }

  @Test
  void theDialogInTheConsoleShowsAndChecksItsSettings() {
    String description =
        ordering
            .realm()
            .admin()
            .get("/authentication/required-actions/" + OrderingRealm.ACTION + "/config-description")
            .expect(200)
            .body();
    assertThat(description).contains("memberTries").contains("max_auth_age");
    for (Map<String, String> bad :
        List.of(
            Map.of("window", "5"),
            Map.of("memberTries", "x"),
            Map.of("operations", "a/b"),
            Map.of("max_auth_age", "-1"))) {
      assertThat(dialog(bad).status()).as(bad.toString()).isEqualTo(400);
    }

    dialog(Map.of("window", "45", "max_auth_age", "")).expect(204);
    ordering.set(PASSWORD).expect(200);
    JsonNode claim = ordering.order(ordering.signedIn(BUYER), "D-1").accessClaims().get("ordering");
    assertThat(claim.get("exp").asLong() - claim.get("at").asLong()).isEqualTo(45);
    ordering.settings(Map.of("windowSeconds", 90));
    claim = ordering.order(ordering.signedIn(BUYER), "D-2").accessClaims().get("ordering");
    assertThat(claim.get("exp").asLong() - claim.get("at").asLong())
        .as("the company's own choice counts first")
        .isEqualTo(90);
  }

  @Test
  void anotherHashAlgorithmOfTheRealmIsTakenOverWithTheNextRightPassword() {
    ordering.set(PASSWORD).expect(200);
    policy("hashAlgorithm(pbkdf2-sha256) and hashIterations(20000)");

    for (String reference : List.of("H-1", "H-2")) {
      assertThat(
              ordering
                  .order(ordering.signedIn(BUYER), reference)
                  .accessClaims()
                  .at("/ordering/reference")
                  .asText())
          .isEqualTo(reference);
    }
    policy("hashAlgorithm(argon2)");
    assertThat(type(ordering.step(ordering.signedIn(BUYER), "H-3"), PASSWORD).isBackAtApplication())
        .isTrue();
  }

  private Reply set(String password) {
    return ordering.set(password);
  }

  private Reply dialog(Map<String, String> config) {
    return ordering.realm().admin().put(CONFIG, Map.of("config", config));
  }

  private static String code(Reply reply) {
    return reply.json().get("error").asText();
  }
}
