// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails that belong to a change. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxIT {

  private static final String ANNA = "anna@outbox.example";
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Mailbox mailbox;
  private final RealmAdmin realm;
  private final Http mails;
  private final String organization;
  private final String anna;

  OutboxIT(KeycloakServer server, Mailbox mailbox, Admin admin) {
    this.mailbox = mailbox;
    realm =
        admin
            .createRealm(
                "outbox",
                Map.of(
                    "displayName",
                    "Portal",
                    "internationalizationEnabled",
                    true,
                    "supportedLocales",
                    List.of("en", "de", "nl"),
                    "defaultLocale",
                    "en"))
            .mailsTo(mailbox);
    mails = new Http(server.url().resolve("/realms/outbox/company-probe/platform/mails"));
    organization = realm.createOrganization("outbox");
    anna = realm.createUser(ANNA, "anna");
  }

  @BeforeEach
  void emptyMailbox() {
    mailbox.clear(ANNA);
  }

  @AfterAll
  void removeRealm() {
    realm.remove();
  }

  @Test
  void aMailIsSentRightAfterTheCommitWithTextAndHtmlAndItsOwnMessageId() {
    String id = put("user=" + anna);

    Mail mail = mailbox.await(ANNA);
    assertThat(mail.subject()).isEqualTo("You are now the owner of outbox");
    assertThat(mail.requireText()).contains("Hello First,").contains("company outbox.");
    assertThat(mail.requireHtml()).contains("<p>Hello First,</p>").contains("Portal");
    assertThat(mail.messageId()).isEqualTo("<" + id + "@portal.example>");
    assertThat(mail.from()).contains("accounts@portal.example");
    JsonNode status = awaitState(id, "SENT");
    assertThat(status.get("attempts").asInt()).isEqualTo(1);
    assertThat(status.get("attributes").asText()).isEqualTo("null");
  }

  @Test
  void nothingIsSentForAChangeThatIsRolledBack() {
    mails.post("/rolled-back?organization=" + organization + "&user=" + anna);
    String marker = put("address=marker@outbox.example");

    awaitState(marker, "SENT");
    assertThat(mailbox.to(ANNA)).isEmpty();
  }

  @Test
  void aPersonReadsInTheLanguageOfTheAccount() {
    String dora =
        realm.createUser(
            "dora@outbox.example", "dora", Map.of("attributes", Map.of("locale", List.of("de"))));

    put("user=" + dora);

    Mail mail = mailbox.await("dora@outbox.example");
    assertThat(mail.subject()).isEqualTo("Sie sind jetzt Inhaber von outbox");
    assertThat(mail.requireText()).contains("Freundliche Grüße, Portal");
  }

  @Test
  void somebodyWithoutAccountReadsInTheGivenLanguage() {
    put("address=piet@elsewhere.example&locale=nl");

    Mail mail = mailbox.await("piet@elsewhere.example");
    assertThat(mail.subject()).isEqualTo("U bent nu eigenaar van outbox");
    assertThat(mail.requireText()).startsWith("Hallo,");
  }

  @Test
  void aCompanyNameIsTextAndNeverMarkup() {
    String other =
        realm
            .post(
                "/organizations",
                Map.of(
                    "name",
                    "<a href=\"https://evil.example\">Prize</a> & Söhne 😀",
                    "alias",
                    "prize",
                    "domains",
                    List.of(Map.of("name", "prize.example"))))
            .createdId();

    mails.post("?organization=" + other + "&address=reader@outbox.example&locale=en").expect(200);

    Mail mail = mailbox.await("reader@outbox.example");
    assertThat(mail.requireHtml())
        .contains("&lt;a href=&quot;https://evil.example&quot;&gt;")
        .doesNotContain("<a href");
    assertThat(mail.requireText())
        .contains("<a href=\"https://evil.example\">Prize</a> & Söhne 😀");
    assertThat(mail.subject()).contains("& Söhne 😀");
  }

  @Test
  void aMailServerThatIsAwayDelaysAMail() {
    mailbox.goAway();
    String id = put("user=" + anna);
    JsonNode waiting = awaitError(id, "mail_server_away");
    assertThat(waiting.get("state").asText()).isEqualTo("PENDING");
    assertThat(waiting.get("attributes").asText()).contains("companyOwnerNamedText");

    mailbox.comeBack();
    mails.post("/" + id + "/try").expect(204);

    JsonNode sent = awaitState(id, "SENT");
    assertThat(sent.get("lastError").asText()).isEmpty();
    assertThat(mailbox.await(ANNA, 1)).hasSize(1);
  }

  @Test
  void aMailToSomebodyWhoIsGoneIsGivenUp() {
    String gone = realm.createUser("gone@outbox.example", "gone");
    mailbox.goAway();
    String id = put("user=" + gone);
    awaitError(id, "mail_server_away");
    realm.delete("/users/" + gone).expect(204);
    mailbox.comeBack();

    mails.post("/" + id + "/try").expect(204);

    JsonNode failed = awaitState(id, "FAILED");
    assertThat(failed.get("lastError").asText()).isEqualTo("receiver_gone");
    assertThat(failed.get("attributes").asText()).isEqualTo("null");
  }

  @Test
  void aPersonWithoutAddressGetsNoMail() {
    String id = realm.post("/users", Map.of("username", "nomail", "enabled", true)).createdId();

    assertThat(awaitState(put("user=" + id), "FAILED").get("lastError").asText())
        .isEqualTo("address_missing");
  }

  @Test
  void theMailsOfARemovedOrganizationAreGone() {
    String other = realm.createOrganization("short-lived");
    String id =
        mails
            .post("?organization=" + other + "&address=x@outbox.example")
            .expect(200)
            .json()
            .get("id")
            .asText();
    awaitState(id, "SENT");

    realm.delete("/organizations/" + other).expect(204);

    assertThat(mails.get("/" + id).status()).isEqualTo(404);
  }

  private String put(String receiver) {
    return mails
        .post("?organization=" + organization + "&" + receiver)
        .expect(200)
        .json()
        .get("id")
        .asText();
  }

  private JsonNode awaitState(String id, String state) {
    return await(id, "state", state);
  }

  private JsonNode awaitError(String id, String error) {
    return await(id, "lastError", error);
  }

  private JsonNode await(String id, String field, String value) {
    return Waiting.forAnswer(
            PATIENCE,
            () ->
                Optional.of(mails.get("/" + id).expect(200).json())
                    .filter(mail -> mail.get(field).asText().equals(value)))
        .orElseThrow(() -> new AssertionError(mails.get("/" + id).body()));
  }
}
