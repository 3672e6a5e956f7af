// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.companyaccounts.demo.SampleShop;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.company.MachinePortal;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.ProjectFiles;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * People sign in to the shop and may do exactly what their company role permits. The shop asks for
 * no ordering password here; {@link OrderingShopIT} is about that.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleShopIT {

  private static final String NAME = "machine-portal-browser";

  private final RealmAdmin realm;
  private final SampleShop shop;
  private final Browsers browsers;

  SampleShopIT(KeycloakServer server, Admin admin, Browsers browsers) {
    this.browsers = browsers;
    URI url = URI.create("http://localhost:" + Ports.free());
    realm = MachinePortal.create(admin, NAME, url);
    shop =
        SampleShop.start(
            ProjectFiles.root().resolve("docker/sample-shop/target/sample-shop.jar"),
            url,
            server.url(),
            NAME,
            Map.of("SHOP_ORDERING_STEP", "false"));
    shop.awaitReady();
  }

  @AfterAll
  void end() {
    shop.close();
    realm.remove();
  }

  @Test
  void aPurchaserRequestsAndAnOperatorMayNotRelease() {
    Window olivia = signedIn("olivia@muster.example");
    assertThat(olivia.page().getByTestId("company-name")).containsText("muster");
    openFirstQuote(olivia, "OPEN");
    assertThat(olivia.page().getByTestId("place-order")).hasCount(0);
    olivia.page().getByTestId("request-order").click();
    assertThat(olivia.page().getByTestId("quote-state")).hasAttribute("data-state", "REQUESTED");
    assertThat(olivia.page().getByTestId("release-order")).hasCount(0);
    assertThat(olivia.page().getByTestId("denied-order.release")).isVisible();
    String requested = olivia.page().url();
    olivia.screenshot("shop-operator-requested");

    Window paula = signedIn("paula@muster.example");
    paula.screenshot("shop-purchaser-quotes");
    paula.open(URI.create(requested));
    paula.page().getByTestId("release-order").click();
    assertThat(paula.page().getByTestId("quote-state")).hasAttribute("data-state", "ORDERED");
    paula.screenshot("shop-purchaser-released");
    assertThat(olivia.errors()).isEmpty();
    assertThat(paula.errors()).isEmpty();
  }

  @Test
  void whatIMayDoAndWhyFollowsARoleChangeWithoutANewLogin() {
    Window stefan = signedIn("stefan@muster.example");
    stefan.page().getByTestId("nav-permissions").click();
    assertThat(granted(stefan.page(), "order.release")).hasAttribute("data-granted", "false");
    stefan.screenshot("shop-technician-permissions");

    String user =
        realm
            .get("/users?exact=true&username=stefan@muster.example")
            .json()
            .get(0)
            .get("id")
            .asText();
    String roles = "/company/organizations/" + MachinePortal.MUSTER + "/members/" + user + "/roles";
    realm.put(roles, CompanyRealm.rolesBody("production-manager")).expect(200);
    stefan.page().getByTestId("check-again").click();

    assertThat(granted(stefan.page(), "order.release")).hasAttribute("data-granted", "true");
    assertThat(stefan.page().getByTestId("roles")).containsText("Production manager");
    realm.put(roles, CompanyRealm.rolesBody()).expect(200);
  }

  @Test
  void aBlockedPersonGetsAPageThatSaysWhomToAsk() {
    Window bruno =
        browsers.window(options -> options.setColorScheme(ColorScheme.DARK).setLocale("de-DE"));
    bruno.open(shop.url());
    bruno.page().getByTestId("sign-in").first().click();
    bruno.signIn("bruno@muster.example", MachinePortal.PASSWORD);

    assertThat(bruno.page().locator("#kc-page-title")).isVisible();
    assertThat(bruno.page().locator("body")).containsText("Muster Maschinenbau");
    assertThat(bruno.page().url()).contains("/realms/" + NAME + "/");
    bruno.screenshot("gate-blocked-german-dark");
  }

  private Window signedIn(String email) {
    Window window = browsers.window(options -> options.setLocale("en-GB"));
    window.open(shop.url());
    window.page().getByTestId("sign-in").first().click();
    window.signIn(email, MachinePortal.PASSWORD);
    window.page().waitForURL(url -> url.startsWith(shop.url().toString()));
    return window;
  }

  private static void openFirstQuote(Window window, String state) {
    window.page().getByTestId("nav-quotes").click();
    Locator row =
        window.page().locator("[data-testid=quote-row][data-state=" + state + "] a").first();
    row.click();
  }

  private static Locator granted(Page page, String permission) {
    return page.locator("[data-testid=permission-row][data-permission='" + permission + "']");
  }
}
