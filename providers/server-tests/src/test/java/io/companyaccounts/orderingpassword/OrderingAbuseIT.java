// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OPERATOR;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OWNER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static io.companyaccounts.orderingpassword.OrderingRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.AtOnce;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever guesses, replays, or comes from elsewhere. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingAbuseIT {

  private static final String CONFIG =
      "/authentication/required-actions/" + OrderingRealm.ACTION + "/config";

  private final OrderingRealm ordering;
  private final Mailbox mails;

  OrderingAbuseIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.mails = mails;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-abuse");
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  @BeforeEach
  void passwordIsSet() {
    ordering.set(PASSWORD).expect(200);
    ordering.settings(Map.of());
    ordering.forgetTries();
    mails.clear();
  }

  @Test
  void twoHundredParallelTriesGetNoMoreThroughThanAllowed() throws Exception {
    int before = ordering.activity("ORDERING_PASSWORD_WRONG").size();
    List<Callable<WebPage>> attackers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      WebPage page = ordering.step(ordering.signedIn(BUYER), "Q-1");
      attackers.add(() -> guess(page, 13));
    }

    List<WebPage> ends = AtOnce.run(attackers);

    int looked = ordering.activity("ORDERING_PASSWORD_WRONG").size() - before;
    System.out.printf("208 parallel tries on one node: %d were looked at%n", looked);
    assertThat(looked).isBetween(2, 5);
    assertThat(ends).noneMatch(WebPage::isBackAtApplication);
    WebPage next = ordering.step(ordering.signedIn(BUYER), "Q-1");
    assertThat(next.text())
        .as("what was not looked at was not counted either")
        .contains(
            switch (looked) {
              case 5 -> "Too many wrong tries";
              case 4 -> "This is your last try.";
              default -> 5 - looked + " tries left.";
            });
  }

  private static WebPage guess(WebPage first, int times) {
    WebPage page = first;
    for (int i = 0; i < times && page.html().selectFirst("#orderingPassword") != null; i++) {
      page = type(page, "guess-number-" + i);
    }
    return page;
  }

  @Test
  void afterTooManyWrongTriesAMemberIsLockedAndTheOwnerToldAndCanUnlock() throws Exception {
    ordering.settings(Map.of("memberTries", 3));
    WebSession browser = ordering.signedIn(OTHER_BUYER);
    WebPage page = ordering.step(browser, "Q-2");
    page = type(page, "wrong-1");
    page = type(page, "wrong-2");
    assertThat(page.text()).contains("You can try again in 2 seconds").contains("your last try");
    page = type(page, PASSWORD);
    assertThat(page.isBackAtApplication()).as("too early").isFalse();
    Thread.sleep(2_200);

    page = type(page, "wrong-3");

    assertThat(page.html().select("#company-step-end").attr("data-end"))
        .isEqualTo("companyOrderingLocked");
    assertThat(page.text()).contains("15 minutes");
    assertThat(ordering.step(browser, "Q-3").html().select("#company-step-end")).hasSize(1);
    assertThat(mails.await(OWNER, mail -> mail.subject().contains("too often")).requireText())
        .contains("Last")
        .doesNotContain("wrong-");
    assertThat(ordering.realm().shop().password(OTHER_BUYER, CompanyRealm.PASSWORD, "openid"))
        .as("the personal account is not locked")
        .isNotNull();
    assertThat(type(ordering.step(ordering.signedIn(BUYER), "Q-2"), PASSWORD).isBackAtApplication())
        .as("nor are colleagues")
        .isTrue();
    assertThat(ordering.activity("ORDERING_LOCKED").get(0).get("member").asText())
        .isEqualTo(ordering.id(OTHER_BUYER));

    JsonNode locks =
        ordering.as(OWNER).get(ordering.path("/locks")).expect(200).json().get("members");
    assertThat(locks).hasSize(1);
    assertThat(locks.get(0).get("user").asText()).isEqualTo(ordering.id(OTHER_BUYER));
    assertThat(locks.get(0).get("failures").asInt()).isEqualTo(3);
    ordering.as(BUYER).delete(ordering.path("/locks/" + ordering.id(OTHER_BUYER))).expect(403);
    ordering.as(OWNER).delete(ordering.path("/locks/" + ordering.id(OTHER_BUYER))).expect(204);
    ordering.as(OWNER).delete(ordering.path("/locks/" + ordering.id(OTHER_BUYER))).expect(409);
    assertThat(ordering.activity("ORDERING_UNLOCKED").get(0).get("member").asText())
        .isEqualTo(ordering.id(OTHER_BUYER));
    assertThat(type(ordering.step(browser, "Q-2"), PASSWORD).isBackAtApplication()).isTrue();
  }

  @Test
  void colleaguesWhoGuessTogetherLockTheCompany() {
    ordering
        .realm()
        .admin()
        .put(CONFIG, Map.of("config", Map.of("triesPerHour", "10", "memberTries", "20")))
        .expect(204);
    try {
      List<WebPage> pages = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String email = "guesser" + i + "@acme.example";
        ordering.member(email, "purchaser");
        pages.add(ordering.step(ordering.signedIn(email), "Q-4"));
      }
      for (WebPage page : pages) {
        type(type(page, "guess-1"), "guess-2");
      }
      WebSession last = ordering.signedIn(BUYER);
      WebPage page = type(type(ordering.step(last, "Q-4"), "guess-1"), "guess-2");

      assertThat(page.html().select("#company-step-end").attr("data-end"))
          .isEqualTo("companyOrderingCompanyLocked");
      assertThat(
              ordering
                  .step(ordering.signedIn(OTHER_BUYER), "Q-4")
                  .html()
                  .select("#company-step-end")
                  .attr("data-end"))
          .isEqualTo("companyOrderingCompanyLocked");
      mails.await(OWNER, mail -> mail.subject().contains("Too many wrong ordering passwords"));
      assertThat(ordering.as(OWNER).get(ordering.path("")).json().has("lockedUntil")).isTrue();
      ordering.as(OWNER).delete(ordering.path("/locks/company")).expect(204);
      assertThat(
              type(ordering.step(ordering.signedIn(OTHER_BUYER), "Q-4"), PASSWORD)
                  .isBackAtApplication())
          .isTrue();
    } finally {
      ordering.realm().admin().put(CONFIG, Map.of("config", Map.of())).expect(204);
    }
  }

  @Test
  void aProofIsRedeemedOnceByWhoeverIsFirst() throws Exception {
    JsonNode claim = ordering.order(ordering.signedIn(BUYER), "R-1").accessClaims().get("ordering");
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      calls.add(() -> ordering.redeem(claim, "R-1"));
    }

    assertThat(AtOnce.run(calls).stream().map(Reply::status).filter(status -> status == 200))
        .hasSize(1);
  }

  @Test
  void aProofOfOneCompanyIsNoneForAnother() {
    String globex = ordering.realm().company("globex");
    ordering.realm().admin().addMember(globex, ordering.id(BUYER));
    ordering.realm().setRoles(globex, ordering.id(BUYER), "purchaser");
    ordering
        .realm()
        .admin()
        .put(
            "/company/organizations/" + globex + "/ordering-password",
            Map.of("password", "Globex-only-9"))
        .expect(200);
    try {
      WebSession browser = ordering.signedIn(BUYER);
      WebPage page =
          ordering.step(
              browser, "openid company organization:globex", OrderingRealm.ACTION + ":Q-5");

      assertThat(type(page, PASSWORD).isBackAtApplication())
          .as("the password of another company")
          .isFalse();
      JsonNode claim = ordering.order(browser, "Q-5").accessClaims().get("ordering");
      assertThat(claim.get("organization").asText()).isEqualTo("acme");
      assertThat(
              page.submit(
                      "#company-ordering",
                      Map.of(
                          "company", ordering.acme(), "orderingPassword", PASSWORD, "confirm", "1"))
                  .isBackAtApplication())
          .as("a company that was not asked for")
          .isFalse();
    } finally {
      ordering.realm().admin().delete("/organizations/" + globex).expect(204);
    }
  }

  @Test
  void nobodyFromElsewhereSeesOrChangesAnything() {
    String globex = ordering.realm().company("outside");
    ordering.realm().member(globex, "eve@outside.example", "director", "ordering");
    try {
      for (String path : List.of("", "/locks")) {
        assertThat(ordering.as("eve@outside.example").get(ordering.path(path)).status())
            .as(path)
            .isEqualTo(404);
      }
      assertThat(
              ordering
                  .as("eve@outside.example")
                  .put(ordering.path(""), Map.of("password", "Evil-password-1"))
                  .status())
          .isEqualTo(404);
      for (String email : List.of(BUYER, OPERATOR)) {
        assertThat(ordering.as(email).get(ordering.path("")).status()).isEqualTo(403);
        assertThat(
                ordering
                    .as(email)
                    .put(ordering.path(""), Map.of("password", "Evil-password-1"))
                    .status())
            .isEqualTo(403);
        assertThat(ordering.as(email).delete(ordering.path("")).status()).isEqualTo(403);
        assertThat(ordering.as(email).put(ordering.path("/settings"), Map.of()).status())
            .isEqualTo(403);
      }
    } finally {
      ordering.realm().admin().delete("/organizations/" + globex).expect(204);
    }
  }

  @Test
  void passwordsOfEveryKindAreComparedWhole() {
    for (String password :
        List.of(
            "ü".repeat(60),
            "x".repeat(72) + "y",
            "Schlüssel \uD83D\uDD11 und Schloß",
            "a b  c d e f",
            "<b>&amp;\"'`${7*7}")) {
      ordering.set(password).expect(200);
      ordering.forgetTries();
      WebSession browser = ordering.signedIn(BUYER);
      assertThat(type(ordering.step(browser, "U-1"), password + "z").isBackAtApplication())
          .as(password)
          .isFalse();
      assertThat(
              type(
                      ordering.step(browser, "U-1"),
                      password.substring(0, password.length() - 1) + "\u0000")
                  .isBackAtApplication())
          .as(password)
          .isFalse();
      ordering.forgetTries();
      assertThat(type(ordering.step(browser, "U-1"), password).isBackAtApplication())
          .as(password)
          .isTrue();
    }
    // typed with a combining mark on another device
    ordering.set("B\u00fcro-und-Lager").expect(200);
    assertThat(
            type(ordering.step(ordering.signedIn(BUYER), "U-2"), "Bu\u0308ro-und-Lager")
                .isBackAtApplication())
        .isTrue();
  }

  @Test
  void whatIsShownCannotBeScript() {
    String reference = "~PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg"; // <script>alert(1)</script>

    WebPage page = ordering.step(ordering.signedIn(BUYER), reference);

    assertThat(page.html().select("#company-step-reference script")).isEmpty();
    assertThat(page.html().select("#company-step-reference").text())
        .isEqualTo("<script>alert(1)</script>");
  }
}
