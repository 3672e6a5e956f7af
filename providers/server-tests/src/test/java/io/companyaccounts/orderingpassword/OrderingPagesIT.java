// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.companyaccounts.orderingpassword.OrderingRealm.ACTION;
import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.MAIL_ACTION;
import static io.companyaccounts.orderingpassword.OrderingRealm.OPERATOR;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.OWNER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and press on the way from a quote to an order. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingPagesIT {

  private static final String QUOTE = ACTION + ":Q-77";
  private static final String PAYMENT = MAIL_ACTION + ":payment-details.P-1";
  private static final String ALL = "openid company organization:*";
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final OrderingRealm ordering;
  private final OrderingWindows windows;
  private final Mailbox mails;

  OrderingPagesIT(KeycloakServer server, Admin admin, Mailbox mails, Browsers browsers) {
    this.mails = mails;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-pages");
    windows = new OrderingWindows(ordering, browsers);
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

  private static Locator field(Window window) {
    return window.page().locator("#orderingPassword");
  }

  private static Locator error(Window window) {
    return window.page().locator("#company-step-error");
  }

  private static Locator end(Window window) {
    return window.page().locator("#company-step-end");
  }

  private static void type(Window window, String password) {
    field(window).fill(password);
    window.page().locator("#company-ordering-confirm").click();
  }

  @Test
  void thePageSaysWhatIsOrderedForWhomAndByWhom() {
    Window pia = windows.step("de-DE", BUYER, QUOTE);

    assertThat(pia.page().locator("#kc-page-title")).hasText("Bestellung bestätigen");
    assertThat(pia.page().locator("#company-step-company")).hasText("acme");
    assertThat(pia.page().locator("#company-step-reference")).hasText("Q-77");
    assertThat(pia.page().locator("#company-step-person")).containsText(BUYER);
    assertThat(pia.page().locator("#company-step-tries")).hasText("Noch 5 Versuche.");
    windows.look(pia, "ordering-german");

    type(pia, PASSWORD);

    assertThat(windows.status(pia)).isEqualTo("success");
    assertThat(windows.claims(pia).at("/ordering/method").asText()).isEqualTo("password");
    assertThat(pia.errors()).isEmpty();
  }

  @Test
  void thePageCanBeReadInDutch() {
    Window pia = windows.step("nl-NL", BUYER, QUOTE);

    assertThat(pia.page().locator("#kc-page-title")).hasText("Bestelling bevestigen");
    windows.look(pia, "ordering-dutch");
  }

  @Test
  void aLongNameAndReferenceStayInsideThePage() {
    Window pia =
        windows.step(
            "de-DE",
            BUYER,
            ACTION
                + ":Angebot_2026-07-0001_Blechbiegewerk-Suedwest_Los-3_Position-0017"
                + "_Nachtrag-2_Fassung-C");

    windows.look(pia, "ordering-long");
  }

  @Test
  void readersOfScreensAreToldWhatTheFieldIsAndWhatIsWrong() {
    Window pia = windows.step("en-US", BUYER, QUOTE);

    assertThat(field(pia)).hasAccessibleName("Ordering password of the company");
    assertThat(field(pia))
        .hasAccessibleDescription(
            Pattern.compile("5 tries left\\. This is not your own password\\..*"));
    assertThat(field(pia)).hasAttribute("aria-invalid", "false");
    assertThat(field(pia)).hasAttribute("autocomplete", "one-time-code");
    assertThat(field(pia)).hasAttribute("spellcheck", "false");
    assertThat(pia.page().locator("#company-step-help")).hasAttribute("aria-live", "polite");

    type(pia, "wrong-one");

    assertThat(field(pia)).hasAttribute("aria-invalid", "true");
    assertThat(field(pia))
        .hasAccessibleDescription(
            Pattern.compile("This is not the ordering password of the company\\. 4 tries left.*"));
  }

  @Test
  void nothingOnThePageIsAScriptOrAStyleOfItsOwn() {
    Window pia = windows.step("en-US", BUYER, QUOTE);

    Locator form = pia.page().locator("#company-ordering");
    assertThat(form.locator("script, style, [style], [onclick], [onsubmit]")).hasCount(0);
    assertThat(
            pia.page()
                .locator("#company-step-facts")
                .evaluate("it => getComputedStyle(it).display"))
        .as("the style sheet was found")
        .isEqualTo("grid");
  }

  @Test
  void afterWrongTriesThePersonWaitsAndIsThenLocked() throws Exception {
    ordering.settings(Map.of("memberTries", 3));
    Window pia = windows.step("de-DE", BUYER, QUOTE);

    type(pia, "falsch-1");
    assertThat(error(pia)).hasText("Das ist nicht das Bestellkennwort der Firma.");
    assertRed(pia);
    assertThat(field(pia)).isEmpty();
    assertThat(field(pia)).isFocused();
    windows.look(pia, "ordering-wrong");

    type(pia, "falsch-2");
    assertThat(error(pia)).containsText("In 2 Sekunden können Sie es noch einmal versuchen.");
    assertThat(pia.page().locator("#company-step-tries")).hasText("Das ist Ihr letzter Versuch.");
    type(pia, PASSWORD);
    assertThat(error(pia)).containsText("Bitte warten Sie kurz");
    windows.look(pia, "ordering-wait");

    Thread.sleep(2_500);
    type(pia, "falsch-3");
    assertThat(end(pia)).hasAttribute("data-end", "companyOrderingLocked");
    assertThat(end(pia)).containsText("In 15 Minuten können Sie es noch einmal versuchen.");
    windows.look(pia, "ordering-locked");

    pia.page().locator("#company-step-back").click();
    assertThat(windows.status(pia)).isEqualTo("cancelled");
    assertThat(windows.claims(pia).has("ordering")).isFalse();
  }

  private static void assertRed(Window window) {
    String color = (String) error(window).evaluate("it => getComputedStyle(it).color");
    Matcher rgb = Pattern.compile("rgb\\((\\d+), (\\d+), (\\d+)\\)").matcher(color);
    assertThat(rgb.matches()).as(color).isTrue();
    assertThat(Integer.parseInt(rgb.group(1)))
        .as(color)
        .isGreaterThan(2 * Integer.parseInt(rgb.group(2)))
        .isGreaterThan(2 * Integer.parseInt(rgb.group(3)));
  }

  @Test
  void aLockIsToldInWholeMinutesAndOneIsOne() throws Exception {
    ordering.settings(Map.of("memberTries", 3, "lockMinutes", 1));
    Window pia = windows.step("en-US", BUYER, QUOTE);

    type(pia, "wrong-1");
    type(pia, "wrong-2");
    Thread.sleep(2_500);
    type(pia, "wrong-3");

    assertThat(end(pia)).containsText("You can try again in one minute.");
  }

  @Test
  void whoOrdersForSeveralCompaniesChoosesFirst() {
    String globex = ordering.realm().company("globex-blechbearbeitung-und-zuschnitt-sued");
    ordering.realm().admin().addMember(globex, ordering.id(OTHER_BUYER));
    ordering.realm().setRoles(globex, ordering.id(OTHER_BUYER), "purchaser");
    try {
      Window paul = windows.step("de-DE", OTHER_BUYER, ALL, QUOTE);
      Locator first = paul.page().locator("#company-step-choices input").first();
      assertThat(first).isFocused();
      assertThat(first).not().isChecked();
      assertThat(paul.page().locator("#company-step-choices label").first()).hasText("acme");
      windows.look(paul, "ordering-choose");

      paul.page().getByLabel("acme").check();
      type(paul, "falsch");

      assertThat(error(paul)).isVisible();
      assertThat(paul.page().getByLabel("acme")).isChecked();
      assertThat(field(paul)).isFocused();
      windows.look(paul, "ordering-choose-wrong");

      type(paul, PASSWORD);
      assertThat(windows.claims(paul).at("/ordering/organization").asText()).isEqualTo("acme");
    } finally {
      ordering.realm().admin().delete("/organizations/" + globex).expect(204);
    }
  }

  @Test
  void whoMayNotOrderSeesWhoCan() {
    Window otto = windows.step("de-DE", OPERATOR, QUOTE);

    assertThat(end(otto)).hasAttribute("data-end", "companyOrderingNotYou");
    windows.look(otto, "ordering-not-you");
  }

  @Test
  void aBrokenLinkLeadsBack() {
    Window pia = windows.step("de-DE", BUYER, ACTION + ":a b");

    assertThat(end(pia)).hasAttribute("data-end", "companyStepBroken");
    windows.look(pia, "ordering-broken");
    pia.page().locator("#company-step-back").click();
    assertThat(windows.status(pia)).isEqualTo("cancelled");
  }

  @Test
  void theKeyboardIsEnough() {
    Window pia = windows.step("en-US", BUYER, QUOTE);
    Page page = pia.page();
    assertThat(field(pia)).isFocused();

    page.keyboard().press("Tab");
    Locator confirm = page.locator("#company-ordering-confirm");
    assertThat(confirm).isFocused();
    assertThat(OrderingWindows.showsFocus(confirm)).isTrue();
    page.keyboard().press("Tab");
    Locator cancel = page.locator("#company-step-cancel");
    assertThat(cancel).isFocused();
    assertThat(OrderingWindows.showsFocus(cancel)).isTrue();

    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Shift+Tab");
    assertThat(OrderingWindows.showsFocus(field(pia))).isTrue();
    page.keyboard().type("wrong");
    page.keyboard().press("Enter");
    assertThat(error(pia)).isVisible();
    assertThat(field(pia)).isFocused();

    page.keyboard().type(PASSWORD);
    page.keyboard().press("Enter");
    assertThat(windows.status(pia)).isEqualTo("success");

    windows.open(pia, OrderingRealm.SCOPE, QUOTE);
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(windows.status(pia)).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
  void thePagesWorkInEachOfKeycloaksThemes(String theme) {
    windows.realm(Map.of("loginTheme", theme));
    try {
      Window pia = windows.step("de-DE", BUYER, QUOTE);
      windows.lookInside(pia, theme + "-ordering", "#company-ordering");
      type(pia, "falsch");
      assertThat(error(pia)).isVisible();
      assertThat(field(pia)).isFocused();
      windows.lookInside(pia, theme + "-ordering-wrong", "#company-ordering");
      type(pia, PASSWORD);
      assertThat(windows.claims(pia).at("/ordering/reference").asText()).isEqualTo("Q-77");

      windows.open(pia, OrderingRealm.SCOPE, PAYMENT);
      windows.lookInside(pia, theme + "-code", "#company-code");
      windows.open(pia, OrderingRealm.SCOPE, ACTION);
      windows.lookInside(pia, theme + "-broken", "#company-step-end");
    } finally {
      windows.realm(Map.of("loginTheme", ""));
    }
  }

  @Test
  void theMailedCodeConfirms() {
    mails.clear(BUYER);
    Window pia = windows.step("de-DE", BUYER, PAYMENT);
    Locator code = pia.page().locator("#code");

    assertThat(code).isFocused();
    assertThat(code).hasAttribute("autocomplete", "one-time-code");
    assertThat(code).hasAttribute("inputmode", "numeric");
    assertThat(code).hasAccessibleName("Code aus der E-Mail");
    assertThat(pia.page().locator("#company-code-sent")).containsText("p…@acme.example");
    windows.look(pia, "code-german");

    code.fill(code(mails.await(BUYER)));
    pia.page().keyboard().press("Enter");

    assertThat(windows.status(pia)).isEqualTo("success");
    JsonNode claim = windows.claims(pia).get("confirmation");
    assertThat(claim.get("operation").asText()).isEqualTo("payment-details");
    assertThat(claim.get("reference").asText()).isEqualTo("P-1");
    assertThat(claim.get("method").asText()).isEqualTo("mail");
  }

  @Test
  void aWrongCodeCanBeCorrectedUntilItIsUsedUpAndANewOneWorks() {
    mails.clear(OTHER_BUYER);
    Window paul = windows.step("de-DE", OTHER_BUYER, PAYMENT);
    Locator code = paul.page().locator("#code");
    String first = code(mails.await(OTHER_BUYER));
    String wrong = first.equals("000000") ? "000001" : "000000";

    typeCode(paul, wrong);
    assertThat(error(paul)).hasText("Das ist nicht der Code, den wir zuletzt gesendet haben.");
    assertThat(code).isFocused();
    assertThat(code).hasAttribute("aria-invalid", "true");
    windows.look(paul, "code-wrong");
    for (int i = 0; i < 4; i++) {
      typeCode(paul, wrong);
    }
    assertThat(error(paul)).containsText("Dieser Code gilt nicht mehr.");
    assertThat(code).hasCount(0);
    assertThat(paul.page().locator("#company-code-send")).isFocused();
    windows.look(paul, "code-over");

    mails.clear(OTHER_BUYER);
    paul.page().keyboard().press("Enter");
    String second = code(mails.await(OTHER_BUYER));
    paul.page().locator("#company-code-again").click();
    String third = code(mails.await(OTHER_BUYER, 2).get(1));
    assertThat(paul.page().locator("#company-code-sent")).containsText("einen neuen");
    windows.look(paul, "code-again");
    if (!second.equals(third)) {
      typeCode(paul, second);
      assertThat(error(paul)).isVisible();
    }
    typeCode(paul, third.substring(0, 3) + " " + third.substring(3));

    assertThat(windows.claims(paul).at("/confirmation/method").asText()).isEqualTo("mail");
  }

  private static void typeCode(Window window, String code) {
    window.page().locator("#code").fill(code);
    window.page().locator("#company-code-confirm").click();
  }

  private static String code(Mail mail) {
    Matcher matcher = CODE.matcher(mail.requireText());
    assertThat(matcher.find()).as(mail.requireText()).isTrue();
    return matcher.group(1);
  }

  @Test
  void anAdministratorOfTheCompanyComesStraightBack() {
    mails.clear(OWNER);
    Window olga = windows.step("de-DE", OWNER, PAYMENT);

    assertThat(windows.status(olga)).isEqualTo("success");
    assertThat(windows.claims(olga).at("/confirmation/method").asText()).isEqualTo("exempt");
    assertThat(mails.to(OWNER)).isEmpty();
  }
}
