// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.companyaccounts.demo.SampleShop;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.company.MachinePortal;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.ProjectFiles;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nothing is ordered in the shop without the company's ordering password for exactly that quote.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingShopIT {

  private static final String NAME = "machine-portal-ordering";
  private static final String ORDERING_PASSWORD = "Cobalt-drill-47-orders";
  private static final String COMPANY = "/company/organizations/" + MachinePortal.MUSTER;

  private final RealmAdmin realm;
  private final SampleShop shop;
  private final Browsers browsers;

  OrderingShopIT(KeycloakServer server, Admin admin, Browsers browsers) {
    this.browsers = browsers;
    URI url = URI.create("http://localhost:" + Ports.free());
    realm = MachinePortal.create(admin, NAME, url);
    int status =
        realm.put(COMPANY + "/ordering-password", Map.of("password", ORDERING_PASSWORD)).status();
    assertThat(status).isBetween(200, 204);
    shop =
        SampleShop.start(
            ProjectFiles.root().resolve("docker/sample-shop/target/sample-shop.jar"),
            url,
            server.url(),
            NAME);
    shop.awaitReady();
  }

  @AfterAll
  void end() {
    shop.close();
    realm.remove();
  }

  @Test
  void whoEntersTheOrderingPasswordHasOrderedOnceHoweverOftenTheyComeBack() {
    Window paula = signedIn("paula@muster.example");
    List<String> returns = addressesOfTheWayBack(paula.page());
    String quote = newQuote(paula.page(), "LENS", "2");
    assertThat(paula.page().getByTestId("password-announced")).isVisible();
    paula.page().getByTestId("place-order").click();

    enter(paula.page(), "not the password");
    assertThat(password(paula.page())).isVisible();
    paula.screenshot("ordering-password-wrong");
    enter(paula.page(), ORDERING_PASSWORD);

    assertNotice(paula.page(), "ordered");
    assertState(paula.page(), "ORDERED");
    assertThat(paula.page().url()).isEqualTo(quote);
    paula.screenshot("shop-ordered-with-password");

    String next = newQuote(paula.page(), "LENS", "2");
    assertThat(returns).hasSize(1);
    paula.open(URI.create(returns.get(0)));
    assertThat(paula.page().getByTestId("step-over")).isVisible();
    paula.open(URI.create(next));
    assertState(paula.page(), "OPEN");
    assertThat(paula.errors()).isEmpty();
  }

  @Test
  void whoCancelsHasOrderedNothingAndIsToldSo() {
    Window dora = signedIn("dora@muster.example");
    String quote = newQuote(dora.page(), "BELT", "1");
    dora.page().getByTestId("place-order").click();
    assertThat(password(dora.page())).isVisible();
    dora.page().locator("[name='cancel-aia']").click();

    assertNotice(dora.page(), "step-cancelled");
    assertState(dora.page(), "OPEN");
    assertThat(dora.page().url()).isEqualTo(quote);
    dora.screenshot("shop-order-cancelled");
    assertThat(dora.errors()).isEmpty();
  }

  @Test
  void aReleaseNeedsThePasswordToo() {
    Window olivia = signedIn("olivia@muster.example");
    String quote = newQuote(olivia.page(), "PUNCH", "1");
    olivia.page().getByTestId("request-order").click();
    assertState(olivia.page(), "REQUESTED");

    Window paula = signedIn("paula@muster.example");
    paula.open(URI.create(quote));
    paula.page().getByTestId("release-order").click();
    enter(paula.page(), ORDERING_PASSWORD);
    assertNotice(paula.page(), "released");
    assertState(paula.page(), "ORDERED");
  }

  @Test
  void twoTabsOrderTwoQuotes() {
    Window erika = signedIn("erika@muster.example");
    String first = newQuote(erika.page(), "SENSOR", "1");
    Page secondTab = erika.page().context().newPage();
    secondTab.navigate(shop.url() + "/company");
    String second = newQuote(secondTab, "SENSOR", "2");

    erika.page().getByTestId("place-order").click();
    assertThat(password(erika.page())).isVisible();
    secondTab.getByTestId("place-order").click();
    enter(secondTab, ORDERING_PASSWORD);
    assertNotice(secondTab, "ordered");
    assertThat(secondTab.url()).isEqualTo(second);
    enter(erika.page(), ORDERING_PASSWORD);
    // Keycloak begins the login of a tab again when another tab has ended
    assertThat(erika.page().locator("#company-step-again")).isVisible();
    enter(erika.page(), ORDERING_PASSWORD);
    assertNotice(erika.page(), "ordered");
    assertThat(erika.page().url()).isEqualTo(first);
    assertState(erika.page(), "ORDERED");
  }

  @Test
  void whoMayNotOrderIsToldSoAndNeverAskedForThePassword() {
    Window olivia = signedIn("olivia@muster.example");
    newQuote(olivia.page(), "FILTER", "1");
    assertThat(olivia.page().getByTestId("place-order")).hasCount(0);
    assertThat(olivia.page().getByTestId("denied-order.place"))
        .containsText("You may not order yourself.");
    assertThat(olivia.page().getByTestId("request-order")).isVisible();
  }

  @Test
  void aTotalAboveTheLimitIsExplainedBeforeTheStep() {
    String user =
        realm
            .get("/users?exact=true&username=piotr@muster.example")
            .json()
            .get(0)
            .get("id")
            .asText();
    Map<String, Object> upTo400 = Map.of("role", "purchaser", "limit", 400);
    realm
        .put(COMPANY + "/members/" + user + "/roles", Map.of("roles", List.of(upTo400)))
        .expect(200);

    Window piotr = signedIn("piotr@muster.example");
    newQuote(piotr.page(), "LENS", "2");
    assertThat(piotr.page().getByTestId("place-order")).hasCount(0);
    assertThat(piotr.page().getByTestId("denied-order.place"))
        .containsText("it costs 624.00 €, and your limit is 400 €");
    piotr.screenshot("shop-above-limit");

    newQuote(piotr.page(), "LENS", "1");
    piotr.page().getByTestId("place-order").click();
    enter(piotr.page(), ORDERING_PASSWORD);
    assertNotice(piotr.page(), "ordered");
  }

  private Window signedIn(String email) {
    Window window = browsers.window(options -> options.setLocale("en-GB"));
    window.open(shop.url());
    window.page().getByTestId("sign-in").first().click();
    window.signIn(email, MachinePortal.PASSWORD);
    window.page().waitForURL(url -> url.startsWith(shop.url().toString()));
    return window;
  }

  /** Makes a quote and says its address. */
  private static String newQuote(Page page, String article, String quantity) {
    page.getByTestId("nav-quotes").click();
    page.getByTestId("new-quote").click();
    page.locator("[name=article]").selectOption(article);
    page.locator("[name=quantity]").fill(quantity);
    page.getByTestId("create-quote").click();
    assertNotice(page, "created");
    assertState(page, "OPEN");
    return page.url();
  }

  private List<String> addressesOfTheWayBack(Page page) {
    List<String> addresses = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().startsWith(shop.url() + "/step/back")) {
            addresses.add(request.url());
          }
        });
    return addresses;
  }

  private static Locator password(Page page) {
    return page.locator("input[type=password]");
  }

  private static void enter(Page page, String password) {
    password(page).fill(password);
    password(page).press("Enter");
  }

  private static void assertNotice(Page page, String done) {
    assertThat(page.getByTestId("done")).hasAttribute("data-done", done);
  }

  private static void assertState(Page page, String state) {
    assertThat(page.getByTestId("quote-state")).hasAttribute("data-state", state);
  }
}
