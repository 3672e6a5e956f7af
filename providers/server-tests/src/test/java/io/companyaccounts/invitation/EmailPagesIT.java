// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.JoinPage;
import io.companyaccounts.support.page.RegistrationPage;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see in a browser whose address a company does not accept. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailPagesIT {

  private static final Map<String, String> OWN_DOMAINS =
      Map.of("company.emailDomain", "company-domains");

  private final InvitedCompany company;
  private final Browsers browsers;

  EmailPagesIT(KeycloakServer server, Admin admin, Mailbox mailbox, Browsers browsers) {
    this.browsers = browsers;
    company = new InvitedCompany(server, admin, mailbox, "email-pages");
  }

  @AfterEach
  void openAgain() {
    rule(Map.of());
  }

  @AfterAll
  void remove() {
    company.remove();
  }

  private void rule(Map<String, String> attributes) {
    String path = "/organizations/" + company.organization;
    ObjectNode representation = (ObjectNode) company.admin().get(path).expect(200).json();
    ObjectNode all = representation.putObject("attributes");
    attributes.forEach((key, value) -> all.putArray(key).add(value));
    company.admin().put(path, representation).expect(204);
  }

  private Window germanPhone() {
    return browsers.window(
        options ->
            options.setLocale("de-DE").setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
  }

  private static void fits(Window window) {
    Page page = window.page();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
  }

  @Test
  void theLinkForManySaysBesideTheFieldWhatIsAccepted() {
    URI link = company.inviteLink(Map.of());
    rule(OWN_DOMAINS);
    Window ina = germanPhone();
    ina.open(link);

    ina.page().locator("#email").fill("ina@evil-muster.example");
    ina.page().locator("#company-link-send").click();

    assertThat(ina.page().locator("#company-link-error"))
        .hasText(
            "Bitte nehmen Sie Ihre geschäftliche Adresse. Muster GmbH nimmt Adressen an mit"
                + " muster.example.");
    assertThat(ina.page().locator("#email")).hasAttribute("aria-invalid", "true");
    fits(ina);
    ina.screenshot("address-link-german-phone");
  }

  @Test
  void anInvitationThatNoLongerFitsSaysWhatToDo() {
    URI link = company.link("udo@elsewhere.example");
    rule(OWN_DOMAINS);
    Window udo = germanPhone();

    udo.open(link);

    JoinPage page = new JoinPage(udo);
    assertThat(page.end()).hasAttribute("data-end", "companyEndAddress");
    assertThat(page.end()).containsText("Muster GmbH nimmt Adressen an mit muster.example.");
    fits(udo);
    udo.screenshot("address-invitation-german-phone");
    Window english = browsers.window();
    english.open(link);
    assertThat(new JoinPage(english).title()).hasText("This address is not accepted");
    english.screenshot("address-invitation");
  }

  @Test
  void aNameThatIsNoPersonsIsMarkedWhereItStands() {
    URI link = company.link("info@muster.example");
    rule(Map.of("company.realPerson", "true"));
    Window window = browsers.window();
    window.open(link);
    RegistrationPage registration = new RegistrationPage(window);
    registration.firstName().fill("Info");
    registration.lastName().fill("Muster");

    registration.username("info").register(InvitedCompany.PASSWORD);

    assertThat(window.page().locator("#input-error-lastName"))
        .containsText("your own first and last name");
    assertThat(company.isMember("info@muster.example")).isFalse();
    window.screenshot("address-names");
    registration.firstName().fill("Ida");
    registration.register(InvitedCompany.PASSWORD);
    assertThat(window.page().locator("#email")).hasValue("info@muster.example");
    assertThat(company.isMember("info@muster.example")).isTrue();
  }

  @Test
  void aDraughtsmanFromOutsideComesInAndCannotBecomeMore() {
    rule(Map.of("company.emailDomain", "company-domains", "company.externals", "invited-only"));
    company.roleForExternals("draughtsman");
    Window dora = browsers.window();
    dora.open(
        InvitedCompany.link(
            company.invite(
                "dora@draught.example", Map.of("roles", List.of(Map.of("role", "draughtsman"))))));
    RegistrationPage registration = new RegistrationPage(dora);
    assertThat(registration.line()).containsText("draughtsman");
    registration.firstName().fill("Dora");
    registration.lastName().fill("Dorn");
    registration.username("dora").register(InvitedCompany.PASSWORD);
    assertThat(dora.page().locator("#email")).hasValue("dora@draught.example");

    JsonNode member = company.member("dora@draught.example");
    assertThat(member.get("external").asBoolean()).isTrue();
    assertThat(Json.texts(member.get("roles"), "name")).containsExactly("draughtsman");
    assertThat(
            company
                .giveRole(member.get("id").asText(), "purchaser")
                .expect(409)
                .json()
                .get("error")
                .asText())
        .isEqualTo("role_not_for_externals");
  }

  @ParameterizedTest
  @CsvSource({
    "company.freemail, refuse, ina@gmail.com, does not accept addresses of free-mail providers",
    "company.freemail, single-seat, ina@gmail.com, Such a company has one member only",
    "company.roleAddress, refuse, info@muster.example, Please use your personal address",
    "company.throwAway, refuse, ina@mailinator.com, does not accept throw-away addresses",
    "company.emailDomain, first-member, ina@other.example, accepts addresses at muster.example"
  })
  void everyKindOfAddressHasItsReason(String key, String value, String email, String reason) {
    URI link = company.inviteLink(Map.of());
    rule(Map.of(key, value));
    Window ina = browsers.window();
    ina.open(link);

    ina.page().locator("#email").fill(email);
    ina.page().locator("#company-link-send").click();

    assertThat(ina.page().locator("#company-link-error")).containsText(reason);
    assertThat(ina.page().locator("#email")).hasValue(email);
  }

  @Test
  void whoIsShutOutReadsWhy() {
    String id = company.admin().createUser("ole@elsewhere.example", InvitedCompany.PASSWORD);
    company.admin().addMember(company.organization, id);
    rule(Map.of("company.emailDomain", "company-domains", "company.changedAddress", "refuse"));
    Window ole = germanPhone();
    ole.open(company.address("/account"));

    ole.signIn("ole@elsewhere.example", InvitedCompany.PASSWORD);

    assertThat(ole.page().locator("#company-gate-reason"))
        .containsText("Muster GmbH nimmt Adressen an mit muster.example");
    fits(ole);
    ole.screenshot("address-gate-german-phone");
  }

  @Test
  void theAccountConsoleRefusesAnotherAddressAtItsField() {
    String id =
        company
            .admin()
            .createUser(
                "pia@muster.example",
                InvitedCompany.PASSWORD,
                Map.of("firstName", "Pia", "lastName", "Prange"));
    company.admin().addMember(company.organization, id);
    rule(OWN_DOMAINS);
    Window pia = browsers.window();
    pia.open(company.address("/account"));
    pia.signIn("pia@muster.example", InvitedCompany.PASSWORD);

    pia.page().locator("#email").fill("pia@elsewhere.example");
    pia.page().locator("[data-testid=save]").click();

    assertThat(pia.page().locator("body"))
        .containsText("Muster GmbH accepts addresses at muster.example");
    pia.screenshot("address-account-console");
    assertThat(company.account("pia@muster.example").get("id").asText()).isEqualTo(id);
  }

  @Test
  void theAdminConsoleSaysWhyNobodyCanBeAdded() {
    company.admin().createUser("rolf@elsewhere.example", InvitedCompany.PASSWORD);
    rule(OWN_DOMAINS);
    Window admin = browsers.window();
    company.openConsole(admin, "/organizations/" + company.organization + "/members");

    Page page = admin.page();
    page.getByText("Add member", new Page.GetByTextOptions().setExact(true)).first().click();
    page.locator("[role=dialog] tr:has-text('rolf@elsewhere.example') input").check();
    page.locator("[role=dialog] button:text-is('Add')").click();

    assertThat(page.locator("body"))
        .containsText("Muster GmbH accepts addresses at muster.example");
    admin.screenshot("address-admin-console");
    assertThat(company.isMember("rolf@elsewhere.example")).isFalse();
  }
}
