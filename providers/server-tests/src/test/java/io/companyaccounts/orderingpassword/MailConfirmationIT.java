// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a mailed code is worth, and to whom. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailConfirmationIT {

  private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String WHAT = "payment-details.P-12";

  private final OrderingRealm ordering;
  private final Mailbox mails;

  MailConfirmationIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.mails = mails;
    ordering = OrderingRealm.create(server, admin, mails, "mail-confirmation");
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  @BeforeEach
  void emptyMailbox() {
    mails.clear();
  }

  @Test
  void theMailedCodeLeavesAProofThatIsRedeemedOnce() {
    WebPage page = step(ordering.signedIn(BUYER), WHAT);
    assertThat(page.html().select("#company-step-operation").text()).isEqualTo("payment-details");
    assertThat(page.text()).contains("p…@acme.example");
    Mail mail = mails.await(BUYER);
    assertThat(mail.requireText()).contains("payment-details: P-12").contains("acme");

    Tokens tokens = ordering.shop().redeem(type(page, code(mail)));

    JsonNode claim = tokens.accessClaims().get("confirmation");
    assertThat(claim.get("operation").asText()).isEqualTo("payment-details");
    assertThat(claim.get("reference").asText()).isEqualTo("P-12");
    assertThat(claim.get("method").asText()).isEqualTo("mail");
    assertThat(tokens.accessClaims().has("ordering")).isFalse();
    assertThat(ordering.redeem(claim, "P-12").status())
        .as("a confirmation is no order")
        .isEqualTo(404);
    redeem(claim, "P-13").expect(409);
    redeem(claim, "P-12").expect(200);
    redeem(claim, "P-12").expect(409);
    assertThat(ordering.activity("MAIL_CONFIRMED").get(0).at("/details/method").asText())
        .isEqualTo("mail");
    assertThat(ordering.events("CUSTOM_REQUIRED_ACTION").get(0).at("/details").toString())
        .contains("payment-details")
        .doesNotContain(code(mail));
  }

  @Test
  void aCodeIsOfUseOnlyWhereItWasAskedFor() {
    WebPage first = step(ordering.signedIn(BUYER), WHAT);
    String code = code(mails.await(BUYER));
    WebPage colleague = step(ordering.signedIn(OTHER_BUYER), WHAT);
    mails.await(OTHER_BUYER);
    WebPage otherBrowser = step(ordering.signedIn(BUYER), WHAT);
    mails.await(BUYER, 2);

    assertThat(type(colleague, code).isBackAtApplication()).isFalse();
    assertThat(type(otherBrowser, code).isBackAtApplication()).isFalse();
    assertThat(type(first, code).isBackAtApplication()).isTrue();
  }

  @Test
  void fiveWrongTriesUseACodeUp() {
    WebPage page = step(ordering.signedIn(BUYER), WHAT);
    String code = code(mails.await(BUYER));
    String wrong = code.equals("000000") ? "000001" : "000000";
    int before = ordering.activity("MAIL_CODE_WRONG").size();
    for (int i = 0; i < 5; i++) {
      page = type(page, wrong);
      assertThat(page.isBackAtApplication()).isFalse();
    }

    assertThat(page.html().select("#code")).as("nothing to type into any more").isEmpty();
    assertThat(ordering.activity("MAIL_CODE_WRONG")).hasSize(before + 5);
    assertThat(ordering.events("CUSTOM_REQUIRED_ACTION_ERROR").get(0).get("error").asText())
        .isEqualTo("company_mail_code_wrong");
    page = page.submit("#company-code", Map.of("again", "1"));
    String next = code(mails.await(BUYER, 2).get(1));
    assertThat(type(page, next).isBackAtApplication()).isTrue();
  }

  @Test
  void codesAreNotMailedWithoutEnd() {
    WebSession browser = ordering.signedIn(OTHER_BUYER);
    WebPage page = step(browser, WHAT);
    for (int i = 0; i < 10; i++) {
      page = page.submit("#company-code", Map.of("again", "1"));
    }

    assertThat(page.html().select("#company-step-error").text()).contains("hour");
    assertThat(mails.to(OTHER_BUYER).size()).isLessThanOrEqualTo(10);
  }

  @Test
  void aMailServerThatIsAwayIsNoHarm() throws Exception {
    mails.goAway();
    WebPage page;
    try {
      page = step(ordering.signedIn(BUYER), WHAT);
      assertThat(page.html().select("#code")).hasSize(1);
    } finally {
      mails.comeBack();
    }
    page = page.submit("#company-code", Map.of("again", "1"));

    WebPage end = type(page, code(mails.await(BUYER)));
    if (!end.isBackAtApplication()) {
      // the first mail was on its way already when the second was asked for
      end = type(end, code(mails.await(BUYER, 2).get(1)));
    }
    assertThat(end.isBackAtApplication()).isTrue();
  }

  private WebPage step(WebSession browser, String parameter) {
    return ordering.step(browser, SCOPE, OrderingRealm.MAIL_ACTION + ":" + parameter);
  }

  private static WebPage type(WebPage page, String code) {
    return page.submit("#company-code", Map.of("code", code, "confirm", "1"));
  }

  private static String code(Mail mail) {
    Matcher digits = DIGITS.matcher(mail.requireText());
    assertThat(digits.find()).as(mail.requireText()).isTrue();
    return digits.group();
  }

  private Reply redeem(JsonNode claim, String reference) {
    return new Http(ordering.realm().server().url())
        .form(
            ordering.realm().path("/confirmation/redeem"),
            Map.of(
                "client_id",
                "shop",
                "client_secret",
                OidcClient.SECRET,
                "proof",
                claim.get("id").asText(),
                "reference",
                reference));
  }
}
