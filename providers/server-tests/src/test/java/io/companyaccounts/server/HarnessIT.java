// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Statements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What all other server tests stand on. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarnessIT {

  private static final String ANNA = "anna@acme.example";
  private static final String PASSWORD = "anna";

  private final KeycloakServer server;
  private final Mailbox mailbox;
  private final RealmAdmin realm;
  private final OidcClient shop;
  private final String anna;

  HarnessIT(KeycloakServer server, Mailbox mailbox, Admin admin) {
    this.server = server;
    this.mailbox = mailbox;
    realm = admin.createRealm("harness", Map.of()).mailsTo(mailbox);
    realm.createClient(
        "harness-shop", Map.of("protocolMappers", List.of(audience("harness-shop"))));

    shop = realm.client("harness-shop");
    anna = realm.createUser(ANNA, PASSWORD);
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
  void aPersonSignsInOverThePagesAndTheTokensCanBeUsed() {
    Tokens tokens = shop.login(ANNA, PASSWORD, "openid email");

    assertThat(tokens.idClaims().get("email").asText()).isEqualTo(ANNA);
    assertThat(tokens.accessClaims().get("iss").asText())
        .isEqualTo(server.url() + "/realms/harness");
    assertThat(shop.introspect(tokens.access()).get("active").asBoolean()).isTrue();
    assertThat(shop.userinfo(tokens.access()).expect(200).json().get("sub").asText())
        .isEqualTo(anna);

    Tokens next = shop.refresh(tokens);
    shop.logout(next);
    assertThat(shop.refreshReply(next).status()).isEqualTo(400);
  }

  @Test
  void directGrantGivesTokensOrAnError() {
    assertThat(shop.password(ANNA, PASSWORD, "openid").idClaims().get("sub").asText())
        .isEqualTo(anna);
    assertThat(shop.passwordReply(ANNA, "wrong", "openid").expect(400).json().get("error").asText())
        .isEqualTo("invalid_grant");
  }

  @Test
  void aMailFromKeycloakArrivesWithTextAndHtml() {
    realm.put("/users/" + anna + "/execute-actions-email", List.of("UPDATE_PASSWORD")).expect(204);

    Mail mail = mailbox.await(ANNA);

    assertThat(mail.requireText()).contains("/realms/harness/login-actions/action-token");
    assertThat(mail.requireHtml()).contains("<a href=");
    assertThat(mail.from()).contains("accounts@portal.example");
  }

  @Test
  void aMailServerThatIsAwayMakesSendingFailAndComesBack() {
    mailbox.goAway();
    try {
      assertThat(
              realm
                  .put("/users/" + anna + "/execute-actions-email", List.of("UPDATE_PASSWORD"))
                  .status())
          .isEqualTo(500);
    } finally {
      mailbox.comeBack();
    }
    realm.put("/users/" + anna + "/execute-actions-email", List.of("UPDATE_PASSWORD")).expect(204);
    assertThat(mailbox.await(ANNA, 1)).hasSize(1);
  }

  @Test
  void theStatementsOfACallAreCounted() {
    Statements statements = server.node(0).statements();
    String token = server.adminToken();
    Http http = new Http(server.url()).as(token);
    Statements.Count nothing = statements.of(() -> {});
    Statements.Count users =
        statements.of(() -> http.get("/admin/realms/harness/users?max=10").expect(200));

    System.out.println("nothing " + nothing.samples() + " users " + users.samples());
    assertThat(nothing.minimum()).isZero();
    assertThat(users.minimum()).isPositive();
  }

  /** An application may only introspect tokens that are meant for it. */
  private static Map<String, Object> audience(String clientId) {
    return Map.of(
        "name", "audience",
        "protocol", "openid-connect",
        "protocolMapper", "oidc-audience-mapper",
        "config", Map.of("included.client.audience", clientId, "access.token.claim", "true"));
  }
}
