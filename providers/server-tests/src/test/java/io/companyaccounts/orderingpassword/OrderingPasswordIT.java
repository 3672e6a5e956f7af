// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.CHIEF;
import static io.companyaccounts.orderingpassword.OrderingRealm.OPERATOR;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static io.companyaccounts.orderingpassword.OrderingRealm.SCOPE;
import static io.companyaccounts.orderingpassword.OrderingRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the shop to the page and back: who gets a proof, and what it is worth. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingPasswordIT {

  private final OrderingRealm ordering;

  OrderingPasswordIT(KeycloakServer server, Admin admin, Mailbox mails) {
    ordering = OrderingRealm.create(server, admin, mails, "ordering");
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
  }

  @Test
  void whoKnowsThePasswordGetsAProofForExactlyThisQuote() {
    WebSession browser = ordering.signedIn(BUYER);

    WebPage page = ordering.step(browser, "Q-77");

    assertThat(page.html().select("#company-step-company").text()).isEqualTo("acme");
    assertThat(page.html().select("#company-step-operation").text()).isEqualTo("order.place");
    assertThat(page.html().select("#company-step-reference").text()).isEqualTo("Q-77");
    assertThat(page.html().select("#company-step-person").text()).contains(BUYER);
    assertThat(page.html().select("#company-step-tries").text()).isEqualTo("5 tries left.");

    WebPage back = type(page, PASSWORD);

    assertThat(back.isBackAtApplication()).isTrue();
    assertThat(back.query("kc_action_status")).isEqualTo("success");
    Tokens tokens = ordering.shop().redeem(back);
    JsonNode claim = tokens.accessClaims().get("ordering");
    assertThat(claim.get("organization").asText()).isEqualTo("acme");
    assertThat(claim.get("client").asText()).isEqualTo("shop");
    assertThat(claim.get("operation").asText()).isEqualTo("order.place");
    assertThat(claim.get("reference").asText()).isEqualTo("Q-77");
    assertThat(claim.get("method").asText()).isEqualTo("password");
    assertThat(claim.get("exp").asLong() - claim.get("at").asLong()).isEqualTo(300);
    assertThat(claim.has("more")).isFalse();
    assertThat(tokens.idClaims().get("ordering")).isEqualTo(claim);
    assertThat(ordering.shop().userinfo(tokens.access()).expect(200).json().get("ordering"))
        .isEqualTo(claim);
    assertThat(ordering.shop().introspect(tokens.access()).get("ordering")).isEqualTo(claim);

    JsonNode event = ordering.events("CUSTOM_REQUIRED_ACTION").get(0);
    assertThat(event.at("/details/company_reference").asText()).isEqualTo("Q-77");
    assertThat(event.at("/details/company_method").asText()).isEqualTo("password");
    assertThat(event.get("userId").asText()).isEqualTo(ordering.id(BUYER));
    JsonNode activity = ordering.activity("ORDER_CONFIRMED").get(0);
    assertThat(activity.at("/details/reference").asText()).isEqualTo("Q-77");
    assertThat(activity.at("/details/method").asText()).isEqualTo("password");
    assertThat(activity.at("/details/client").asText()).isEqualTo("shop");
  }

  @Test
  void refreshingNeitherLengthensTheProofNorKeepsItBeyondItsEnd() throws Exception {
    ordering.settings(Map.of("windowSeconds", 30));
    Tokens tokens = ordering.order(ordering.signedIn(BUYER), "Q-1");
    JsonNode claim = tokens.accessClaims().get("ordering");

    Thread.sleep(2_000);
    Tokens refreshed = ordering.shop().refresh(tokens);

    assertThat(refreshed.accessClaims().get("ordering")).isEqualTo(claim);
    long left = claim.get("exp").asLong() * 1000 - System.currentTimeMillis();
    Thread.sleep(Math.max(0, left) + 1_000);
    assertThat(ordering.shop().refresh(refreshed).accessClaims().has("ordering")).isFalse();
    assertThat(ordering.redeem(claim, "Q-1").expect(404).json().get("error").asText())
        .isEqualTo("proof_not_found");
  }

  @Test
  void theWrongPasswordLeavesThePersonOnThePageWithFewerTries() {
    WebSession browser = ordering.signedIn(BUYER);

    WebPage page = type(ordering.step(browser, "Q-2"), "not-the-password");

    assertThat(page.isBackAtApplication()).isFalse();
    assertThat(page.html().select("#company-step-error").text()).contains("not the ordering");
    assertThat(page.html().select("#orderingPassword").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.html().select("#orderingPassword").val()).isEmpty();
    assertThat(page.html().select("#company-step-tries").text()).isEqualTo("4 tries left.");
    assertThat(ordering.events("CUSTOM_REQUIRED_ACTION_ERROR").get(0).get("error").asText())
        .isEqualTo("company_ordering_password_wrong");
    assertThat(ordering.activity("ORDERING_PASSWORD_WRONG").get(0).toString())
        .doesNotContain("not-the-password");

    WebPage back = type(page, PASSWORD);

    assertThat(ordering.shop().redeem(back).accessClaims().at("/ordering/reference").asText())
        .isEqualTo("Q-2");
    assertThat(ordering.step(browser, "Q-3").html().select("#company-step-tries").text())
        .as("a right one forgets the wrong ones")
        .isEqualTo("5 tries left.");
  }

  @Test
  void whoMayNotOrderIsToldWhoCan() {
    WebPage page = ordering.step(ordering.signedIn(OPERATOR), "Q-4");

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html().select("#company-step-end").attr("data-end"))
        .isEqualTo("companyOrderingNotYou");
    assertThat(page.html().select("input[type=password]")).isEmpty();
    WebPage back = page.submit("#company-step-end", Map.of("cancel-aia", "1"));
    assertThat(back.query("kc_action_status")).isEqualTo("cancelled");
    assertThat(ordering.shop().redeem(back).accessClaims().has("ordering")).isFalse();
  }

  @Test
  void whoNeedsNoPasswordComesStraightBackWithAProof() {
    WebPage back = ordering.step(ordering.signedIn(CHIEF), "Q-5");

    assertThat(back.isBackAtApplication()).isTrue();
    assertThat(ordering.shop().redeem(back).accessClaims().at("/ordering/method").asText())
        .isEqualTo("exempt");
  }

  @Test
  void withoutAPasswordTheRoleDecides() {
    ordering.realm().admin().delete(ordering.adminPath("")).expect(200);

    WebPage back = ordering.step(ordering.signedIn(BUYER), "Q-6");

    assertThat(ordering.shop().redeem(back).accessClaims().at("/ordering/method").asText())
        .isEqualTo("none");
    assertThat(ordering.step(ordering.signedIn(OPERATOR), "Q-6").status()).isEqualTo(403);
  }

  @Test
  void theCompanyChoosesForWhatThePasswordIsAsked() {
    ordering.settings(Map.of("requiredFor", List.of("order.release")));

    WebPage back = ordering.step(ordering.signedIn(BUYER), "Q-7");

    assertThat(ordering.shop().redeem(back).accessClaims().at("/ordering/method").asText())
        .isEqualTo("none");
    WebPage release = ordering.step(ordering.signedIn(OrderingRealm.OWNER), "order.release~Q-7");
    assertThat(release.html().select("#orderingPassword")).hasSize(1);
    assertThat(ordering.step(ordering.signedIn(BUYER), "order.release~Q-7").status())
        .isEqualTo(403);
  }

  @Test
  void referencesWithOtherCharactersComeEncoded() {
    // "Angebot 7/2:ä"
    JsonNode claim =
        ordering
            .order(ordering.signedIn(BUYER), "~QW5nZWJvdCA3LzI6w6Q")
            .accessClaims()
            .get("ordering");

    assertThat(claim.get("reference").asText()).isEqualTo("Angebot 7/2:ä");
  }

  @Test
  void aLinkThatSaysNothingUsefulEndsOnAPage() {
    WebSession browser = ordering.signedIn(BUYER);

    for (String bad :
        List.of(
            OrderingRealm.ACTION,
            OrderingRealm.ACTION + ":a b",
            OrderingRealm.ACTION + ":~AA",
            // else whoever may only request an order got a proof
            OrderingRealm.ACTION + ":order.request~Q-1",
            OrderingRealm.ACTION + ":<script>alert(1)</script>")) {
      WebPage page = ordering.step(browser, SCOPE, bad);
      assertThat(page.html().select("#company-step-end").attr("data-end"))
          .as(bad)
          .isEqualTo("companyStepBroken");
    }
  }

  @Test
  void cancellingAndUnknownActionsStillGiveACodeButNoProof() {
    WebSession browser = ordering.signedIn(BUYER);

    WebPage cancelled =
        ordering.step(browser, "Q-8").submit("#company-ordering", Map.of("cancel-aia", "1"));
    WebPage unknown = ordering.step(browser, SCOPE, "company-order-password:Q-8");

    assertThat(cancelled.query("kc_action_status")).isEqualTo("cancelled");
    assertThat(ordering.shop().redeem(cancelled).accessClaims().has("ordering")).isFalse();
    assertThat(unknown.query("kc_action_status")).isEqualTo("error");
    assertThat(ordering.shop().redeem(unknown).accessClaims().has("ordering")).isFalse();
  }

  @Test
  void theProofIsForOneApplicationOnly() {
    WebSession browser = ordering.signedIn(BUYER);
    JsonNode claim = ordering.order(browser, "Q-9").accessClaims().get("ordering");

    Tokens portal =
        ordering.realm().portal().redeem(browser.open(ordering.realm().portal().loginUri(SCOPE)));

    assertThat(portal.accessClaims().has("ordering")).isFalse();
    assertThat(
            ordering
                .redeem(claim.get("id").asText(), "Q-9", CompanyRealm.PORTAL)
                .expect(404)
                .json()
                .get("error")
                .asText())
        .isEqualTo("proof_not_found");
  }

  @Test
  void twoTabsDoNotOverwriteEachOtherAndTheOldestOfSixGoes() {
    WebSession browser = ordering.signedIn(BUYER);
    WebPage one = ordering.step(browser, "T-1");
    WebPage two = ordering.step(browser, "T-2");

    Tokens second = ordering.shop().redeem(type(two, PASSWORD));
    // Keycloak shows a page again whose login went on meanwhile in another tab
    WebPage again = type(one, PASSWORD);
    assertThat(again.html().select("#company-step-again")).hasSize(1);
    Tokens first = ordering.shop().redeem(type(again, PASSWORD));

    assertThat(second.accessClaims().at("/ordering/reference").asText()).isEqualTo("T-2");
    assertThat(references(first.accessClaims().get("ordering")))
        .containsExactlyInAnyOrder("T-1", "T-2");
    Tokens last = first;
    for (int i = 3; i <= 7; i++) {
      last = ordering.order(browser, "T-" + i);
    }
    assertThat(references(last.accessClaims().get("ordering"))).hasSize(5).contains("T-7", "T-6");
  }

  private static List<String> references(JsonNode claim) {
    List<String> references = new ArrayList<>();
    references.add(claim.get("reference").asText());
    claim.path("more").forEach(more -> references.add(more.get("reference").asText()));
    return references;
  }

  @Test
  void aProofIsRedeemedOnceForItsReference() {
    JsonNode claim = ordering.order(ordering.signedIn(BUYER), "R-1").accessClaims().get("ordering");

    assertThat(ordering.redeem(claim, "R-2").expect(409).json().get("error").asText())
        .isEqualTo("reference_mismatch");
    JsonNode redeemed = ordering.redeem(claim, "R-1").expect(200).json();
    assertThat(redeemed.get("user").asText()).isEqualTo(ordering.id(BUYER));
    assertThat(redeemed.get("organization").asText()).isEqualTo("acme");
    assertThat(redeemed.get("reference").asText()).isEqualTo("R-1");
    assertThat(ordering.redeem(claim, "R-1").expect(409).json().get("error").asText())
        .isEqualTo("proof_redeemed");
    assertThat(ordering.activity("PROOF_REDEEMED"))
        .filteredOn(entry -> entry.at("/details/reference").asText().equals("R-1"))
        .hasSize(1);
  }

  @Test
  void onlyAnAuthenticatedConfidentialApplicationRedeems() {
    JsonNode claim = ordering.order(ordering.signedIn(BUYER), "R-3").accessClaims().get("ordering");
    String path = ordering.realm().path("/ordering/redeem");
    var http = new Http(ordering.realm().server().url());
    String id = claim.get("id").asText();

    http.form(
            path,
            Map.of("client_id", "shop", "client_secret", "wrong", "proof", id, "reference", "R-3"))
        .expect(401);
    http.form(path, Map.of("proof", id, "reference", "R-3")).expect(401);
    http.form(path, Map.of("client_id", "account-console", "proof", id, "reference", "R-3"))
        .expect(403);
    assertThat(ordering.redeem("no-such.proof", "R-3", "shop").status()).isEqualTo(404);
    assertThat(ordering.redeem("", "R-3", "shop").status()).isEqualTo(400);
    assertThat(ordering.redeem("a b/ü\u0000", "R-3", "shop").status()).isEqualTo(404);
    ordering.redeem(claim, "R-3").expect(200);
  }

  @Test
  void rotatingBlockingAndSigningOutEndTheProofAtOnce() {
    WebSession browser = ordering.signedIn(BUYER);
    Tokens rotated = ordering.order(browser, "E-1");
    ordering.set("Another-Password-8").expect(200);
    assertThat(ordering.shop().refresh(rotated).accessClaims().has("ordering")).isFalse();
    ordering.redeem(rotated.accessClaims().get("ordering"), "E-1").expect(404);

    ordering.set(PASSWORD).expect(200);
    Tokens signedOut = ordering.order(browser, "E-2");
    ordering.shop().logout(signedOut);
    ordering.redeem(signedOut.accessClaims().get("ordering"), "E-2").expect(404);

    Tokens lost = ordering.order(ordering.signedIn(OTHER_BUYER), "E-3");
    ordering.realm().setRoles(ordering.acme(), ordering.id(OTHER_BUYER), "operator");
    assertThat(ordering.shop().refresh(lost).accessClaims().has("ordering")).isFalse();
    ordering.redeem(lost.accessClaims().get("ordering"), "E-3").expect(404);
    ordering.realm().setRoles(ordering.acme(), ordering.id(OTHER_BUYER), "purchaser");
    JsonNode claim =
        ordering.order(ordering.signedIn(OTHER_BUYER), "E-4").accessClaims().get("ordering");
    ordering
        .realm()
        .admin()
        .delete("/organizations/" + ordering.acme() + "/members/" + ordering.id(OTHER_BUYER))
        .expect(204);
    try {
      ordering.redeem(claim, "E-4").expect(404);
    } finally {
      ordering.realm().admin().addMember(ordering.acme(), ordering.id(OTHER_BUYER));
      ordering.realm().setRoles(ordering.acme(), ordering.id(OTHER_BUYER), "purchaser");
    }
  }

  @Test
  void whoLosesTheRoleBetweenPageAndAnswerIsRefused() {
    WebPage page = ordering.step(ordering.signedIn(OTHER_BUYER), "L-1");
    ordering.realm().setRoles(ordering.acme(), ordering.id(OTHER_BUYER), "operator");
    try {
      WebPage answer = type(page, PASSWORD);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.html().select("#company-step-end")).hasSize(1);
    } finally {
      ordering.realm().setRoles(ordering.acme(), ordering.id(OTHER_BUYER), "purchaser");
    }
  }

  @Test
  void aSuspendedCompanyOrdersNothing() {
    WebPage page = ordering.step(ordering.signedIn(BUYER), "L-2");
    enabled(false);
    try {
      assertThat(type(page, PASSWORD).html().select("#company-step-end").attr("data-end"))
          .isEqualTo("companyStepNoCompany");
    } finally {
      enabled(true);
    }
  }

  @Test
  void whoIsNoLongerInTheCompanyThatWasAskedForGetsNothingForAnother() {
    String globex = ordering.realm().company("elsewhere");
    ordering.realm().admin().addMember(globex, ordering.id(BUYER));
    ordering.realm().setRoles(globex, ordering.id(BUYER), "purchaser");
    WebPage page = ordering.step(ordering.signedIn(BUYER), "L-3");
    enabled(false);
    try {
      WebPage answer = type(page, PASSWORD);
      assertThat(answer.html().select("#company-step-end").attr("data-end"))
          .isEqualTo("companyStepNoCompany");
    } finally {
      enabled(true);
      ordering.realm().admin().delete("/organizations/" + globex).expect(204);
    }
  }

  @Test
  void whoNoLongerNeedsNoPasswordHasNoProofEither() {
    Tokens exempt = ordering.shop().redeem(ordering.step(ordering.signedIn(CHIEF), "L-4"));
    assertThat(ordering.shop().refresh(exempt).accessClaims().has("ordering")).isTrue();
    ordering.realm().setRoles(ordering.acme(), ordering.id(CHIEF), "purchaser");
    try {
      assertThat(ordering.shop().refresh(exempt).accessClaims().has("ordering")).isFalse();
      ordering.redeem(exempt.accessClaims().get("ordering"), "L-4").expect(404);
    } finally {
      ordering.realm().setRoles(ordering.acme(), ordering.id(CHIEF), "chief");
    }

    ordering.settings(Map.of("requiredFor", List.of("order.release")));
    Tokens free = ordering.shop().redeem(ordering.step(ordering.signedIn(BUYER), "L-5"));
    assertThat(ordering.shop().refresh(free).accessClaims().at("/ordering/method").asText())
        .isEqualTo("none");
    ordering.settings(Map.of());
    assertThat(ordering.shop().refresh(free).accessClaims().has("ordering")).isFalse();
  }

  private void enabled(boolean enabled) {
    String path = "/organizations/" + ordering.acme();
    JsonNode organization = ordering.realm().admin().get(path).expect(200).json();
    ((ObjectNode) organization).put("enabled", enabled);
    ordering.realm().admin().put(path, organization).expect(204);
  }

  @Test
  void whoHasSeveralCompaniesChooses() {
    String globex = ordering.realm().company("globex");
    ordering.realm().admin().addMember(globex, ordering.id(OTHER_BUYER));
    ordering.realm().setRoles(globex, ordering.id(OTHER_BUYER), "purchaser");
    try {
      String all = "openid company organization:*";
      WebPage page =
          ordering.step(ordering.signedIn(OTHER_BUYER), all, OrderingRealm.ACTION + ":C-1");
      assertThat(page.html().select("#company-step-choices label").eachText())
          .containsExactlyInAnyOrder("acme", "globex");

      WebPage again = type(page, PASSWORD);
      assertThat(again.html().select("#company-step-choices"))
          .as("without a choice it asks again")
          .hasSize(1);
      WebPage back =
          again.submit(
              "#company-ordering",
              Map.of("company", ordering.acme(), "orderingPassword", PASSWORD, "confirm", "1"));
      assertThat(ordering.shop().redeem(back).accessClaims().at("/ordering/organization").asText())
          .isEqualTo("acme");
    } finally {
      ordering.realm().admin().delete("/organizations/" + globex).expect(204);
    }
  }
}
