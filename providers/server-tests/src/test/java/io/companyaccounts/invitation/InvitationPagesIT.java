// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.page.Browsers;
import io.companyaccounts.support.page.JoinPage;
import io.companyaccounts.support.page.RegistrationPage;
import io.companyaccounts.support.page.Window;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ProjectFiles;
import io.companyaccounts.support.server.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invited people in a real browser: what they see, and where each way ends. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationPagesIT {

  private static final Pattern ACCOUNT = Pattern.compile(".*/account/?([#?].*)?");

  private final InvitedCompany company;
  private final Browsers browsers;

  InvitationPagesIT(KeycloakServer server, Admin admin, Mailbox mailbox, Browsers browsers) {
    this.browsers = browsers;
    company = new InvitedCompany(server, admin, mailbox, "invited-pages");
  }

  @AfterAll
  void remove() {
    company.remove();
  }

  @Test
  void somebodyNewRegistersOnOnePage() throws IOException {
    Mail mail =
        company.invite(
            "anna@muster.example",
            Map.of(
                "firstName", "Anna",
                "lastName", "Arndt",
                "message", "Welcome, Anna!\nWe need you for the <b>spring</b> orders."));
    Window anna = browsers.window();
    picture(mail, anna, "invitation-mail");

    anna.open(InvitedCompany.link(mail));
    RegistrationPage registration = new RegistrationPage(anna);
    assertThat(registration.email()).hasValue("anna@muster.example");
    assertThat(registration.firstName()).hasValue("Anna");
    assertThat(registration.lastName()).hasValue("Arndt");
    assertThat(registration.title()).hasText("Create your account");
    assertThat(registration.line())
        .containsText("Bea Boss invites you to join the company Muster GmbH.");
    assertThat(registration.line()).containsText("purchaser");
    anna.screenshot("invitation-new-person");

    registration.email().fill("somebody@else.example");
    registration.username("anna").register(InvitedCompany.PASSWORD);
    assertThat(anna.page().locator("#input-error-email")).containsText("is for this address");
    assertThat(registration.email()).hasValue("anna@muster.example");
    assertThat(registration.line()).containsText("Bea Boss invites you");
    anna.screenshot("invitation-new-person-other-address");

    registration.register(InvitedCompany.PASSWORD);
    assertThat(anna.page()).hasURL(ACCOUNT);
    assertThat(Json.texts(company.member("anna@muster.example").get("roles"), "name"))
        .containsExactly("purchaser");
    assertThat(company.account("anna@muster.example").get("emailVerified").asBoolean()).isTrue();
    assertThat(company.invitation("anna@muster.example").get("state").asText())
        .isEqualTo("ACCEPTED");
    assertThat(anna.errors()).isEmpty();

    // the console signs in by itself, and would go on with that over another address
    assertThat(anna.page().locator("#email")).hasValue("anna@muster.example");
    anna.open(InvitedCompany.link(mail));
    assertThat(anna.page()).hasURL(ACCOUNT);
    Window somebody = browsers.window();
    somebody.open(InvitedCompany.link(mail));
    assertThat(new JoinPage(somebody).end()).hasAttribute("data-end", "companyEndAccepted");
    somebody.screenshot("invitation-used");
  }

  @Test
  void somebodyWithAnAccountSignsInAndConfirms() {
    company.admin().createUser("ben@muster.example", InvitedCompany.PASSWORD);
    Window ben = browsers.window();
    ben.open(
        InvitedCompany.link(
            company.invite("ben@muster.example", Map.of("message", "Good to have you.\nBea"))));
    assertThat(ben.page().locator("#kc-attempted-username")).hasValue("ben@muster.example");
    ben.screenshot("invitation-sign-in");
    ben.signIn(InvitedCompany.PASSWORD);

    JoinPage join = new JoinPage(ben);
    assertThat(join.title()).hasText("Join Muster GmbH");
    assertThat(join.who()).containsText("Bea Boss invites you to join the company Muster GmbH.");
    assertThat(join.who()).containsText("purchaser");
    assertThat(join.message()).containsText("Good to have you.");
    assertThat(join.signedInAs()).containsText("ben@muster.example");
    ben.screenshot("invitation-join");
    assertThat(company.isMember("ben@muster.example")).isFalse();
    ben.page().reload();
    assertThat(company.isMember("ben@muster.example")).isFalse();

    join.accept();
    assertThat(ben.page()).hasURL(ACCOUNT);
    assertThat(Json.texts(company.member("ben@muster.example").get("roles"), "name"))
        .containsExactly("purchaser");
    assertThat(ben.errors()).isEmpty();
  }

  @Test
  void whoIsSignedInAsSomebodyElseIsToldAndCanSwitch() {
    company.admin().createUser("carla@muster.example", InvitedCompany.PASSWORD);
    company.admin().createUser("other@elsewhere.example", InvitedCompany.PASSWORD);
    Window window = signedIn("other@elsewhere.example");
    window.open(company.link("carla@muster.example"));
    JoinPage page = new JoinPage(window);
    assertThat(page.end()).hasAttribute("data-end", "companyEndOther");
    assertThat(page.end()).containsText("carla@muster.example");
    assertThat(page.end()).containsText("other@elsewhere.example");
    window.screenshot("invitation-wrong-person");

    page.otherAccount().click();
    window.signIn(InvitedCompany.PASSWORD);
    page.accept();
    assertThat(window.page()).hasURL(ACCOUNT);
    assertThat(company.isMember("carla@muster.example")).isTrue();
    assertThat(company.isMember("other@elsewhere.example")).isFalse();
  }

  @Test
  void whoIsSignedInAsSomebodyElseIsAskedBeforeMakingANewAccount() {
    company.admin().createUser("private@elsewhere.example", InvitedCompany.PASSWORD);
    Window window = signedIn("private@elsewhere.example");
    window.open(company.link("dora@muster.example"));
    JoinPage page = new JoinPage(window);
    assertThat(page.end()).hasAttribute("data-end", "companyEndSignedIn");
    window.screenshot("invitation-new-person-signed-in");
    page.goOn().click();
    assertThat(new RegistrationPage(window).email()).hasValue("dora@muster.example");
  }

  @Test
  void whoIsTooLateAsksForANewOne() {
    URI link = company.link("emil@muster.example");
    company.expire("emil@muster.example");
    company.mailbox().clear("bea@muster.example");
    Window emil = browsers.window();
    emil.open(link);
    JoinPage page = new JoinPage(emil);
    assertThat(page.end()).hasAttribute("data-end", "companyEndExpired");
    emil.screenshot("invitation-expired");
    page.send().click();
    assertThat(page.end()).hasAttribute("data-end", "companyEndAsked");
    emil.screenshot("invitation-asked");
    assertThat(company.mailbox().await("bea@muster.example").requireText())
        .contains("emil@muster.example");
  }

  @Test
  void whoDoesNotWantDeclines() {
    Mail mail = company.invite("fritz@muster.example", Map.of());
    Window fritz = browsers.window();
    fritz.open(URI.create(InvitedCompany.link(mail) + "/decline"));
    fritz.screenshot("invitation-decline");
    assertThat(company.invitation("fritz@muster.example").get("state").asText()).isEqualTo("OPEN");
    fritz.page().locator("#company-decline-yes").click();
    JoinPage page = new JoinPage(fritz);
    assertThat(page.end()).hasAttribute("data-end", "companyEndDeclinedNow");
    assertThat(company.invitation("fritz@muster.example").get("state").asText())
        .isEqualTo("DECLINED");
    fritz.open(InvitedCompany.link(mail));
    assertThat(page.end()).hasAttribute("data-end", "companyEndDeclined");
    fritz.screenshot("invitation-declined");
  }

  @Test
  void whoIsSignedInCanDeclineToo() {
    company.admin().createUser("gerd@muster.example", InvitedCompany.PASSWORD);
    Window gerd = browsers.window();
    gerd.open(company.link("gerd@muster.example"));
    gerd.signIn(InvitedCompany.PASSWORD);
    JoinPage page = new JoinPage(gerd);
    page.decline();
    assertThat(page.end()).hasAttribute("data-end", "companyEndDeclinedNow");
    gerd.screenshot("invitation-declined-signed-in");
    gerd.page().locator("#company-end-continue button").click();
    assertThat(gerd.page()).hasURL(ACCOUNT);
    assertThat(company.isMember("gerd@muster.example")).isFalse();
  }

  @Test
  void otherEndsSayWhatToDoNext() {
    URI withdrawn = company.link("hugo@muster.example");
    company.withdraw("hugo@muster.example");
    Window window = browsers.window();
    JoinPage page = new JoinPage(window);
    window.open(withdrawn);
    assertThat(page.end()).hasAttribute("data-end", "companyEndWithdrawn");
    window.screenshot("invitation-withdrawn");

    URI suspended = company.link("ida@muster.example");
    enabled(false);
    window.open(suspended);
    assertThat(page.end()).hasAttribute("data-end", "companyEndSuspended");
    window.screenshot("invitation-suspended");
    enabled(true);

    window.open(company.address("/company/i/no-such-code"));
    assertThat(page.end()).hasAttribute("data-end", "companyEndUnknown");
    window.screenshot("invitation-unknown");
  }

  @Test
  void aLinkForManySendsAnInvitationToAnAddressThatIsProvenByIt() {
    URI link = company.inviteLink(Map.of("domains", List.of("muster.example")));
    Window jan = browsers.window();
    jan.open(link);
    jan.screenshot("invite-link");
    jan.page().locator("#email").fill("jan@elsewhere.example");
    jan.page().locator("#company-link-send").click();
    assertThat(jan.page().locator("#company-link-error")).isVisible();
    jan.screenshot("invite-link-domain");
    jan.page().locator("#email").fill("jan@muster.example");
    jan.page().locator("#company-link-send").click();
    JoinPage page = new JoinPage(jan);
    assertThat(page.end()).hasAttribute("data-end", "companyEndMailed");
    jan.screenshot("invite-link-mailed");
    jan.open(InvitedCompany.link(company.mailbox().await("jan@muster.example")));
    assertThat(new RegistrationPage(jan).email()).hasValue("jan@muster.example");

    jan.open(link);
    jan.page().locator("#email").fill("bea@muster.example");
    jan.page().locator("#company-link-send").click();
    assertThat(page.end()).hasAttribute("data-end", "companyEndMailed");

    jan.open(company.address("/company/link/no-such-code"));
    assertThat(page.end()).hasAttribute("data-end", "companyEndLinkUnknown");
  }

  @Test
  void onAPhoneInGermanEverythingFitsAndIsGerman() throws IOException {
    company.admin().createUser("karl@muster.example", InvitedCompany.PASSWORD);
    Mail mail =
        company.invite(
            "karl@muster.example",
            Map.of("locale", "de", "firstName", "Karl", "message", "Schön, dass Sie kommen!"));
    Window karl = browsers.window(options -> options.setViewportSize(360, 740));
    picture(mail, karl, "invitation-mail-german-phone");
    assertThat(mail.subject()).isEqualTo("Bea Boss lädt Sie zu Muster GmbH ein");
    karl.open(InvitedCompany.link(mail));
    karl.screenshot("invitation-phone-sign-in");
    karl.signIn(InvitedCompany.PASSWORD);
    JoinPage join = new JoinPage(karl);
    assertThat(join.title()).hasText("Muster GmbH beitreten");
    fits(karl);
    karl.screenshot("invitation-phone-join");

    Window lena = browsers.window(options -> options.setViewportSize(360, 740));
    lena.open(InvitedCompany.link(company.invite("lena@muster.example", Map.of("locale", "de"))));
    assertThat(new RegistrationPage(lena).title()).hasText("Ihr Konto anlegen");
    fits(lena);
    lena.screenshot("invitation-phone-new-person");
  }

  @Test
  void inTheDarkAndWithABrandItIsReadable() throws IOException {
    company.settings(Map.of("loginTheme", "company", "emailTheme", "company"));
    try {
      company.admin().createUser("mia@muster.example", InvitedCompany.PASSWORD);
      Mail mail =
          company.invite("mia@muster.example", Map.of("locale", "nl", "message", "Welkom!"));
      Window mia =
          browsers.window(options -> options.setColorScheme(ColorScheme.DARK).setLocale("nl-NL"));
      picture(mail, mia, "invitation-mail-brand-dark");
      mia.open(URI.create(InvitedCompany.link(mail) + "/decline"));
      mia.screenshot("invitation-dark-decline");
      mia.open(InvitedCompany.link(mail));
      mia.signIn(InvitedCompany.PASSWORD);
      assertThat(new JoinPage(mia).title()).hasText("Lid worden van Muster GmbH");
      mia.screenshot("invitation-dark-join");
      mia.open(company.inviteLink(Map.of()));
      mia.screenshot("invitation-dark-link");
      Window light = browsers.window();
      picture(mail, light, "invitation-mail-brand");
      light.open(company.link("nora@muster.example"));
      light.screenshot("invitation-brand-new-person");
    } finally {
      company.settings(Map.of("loginTheme", "", "emailTheme", ""));
    }
  }

  @Test
  void theLanguageCanBeChangedOnThePage() {
    Window window = browsers.window();
    window.open(URI.create(company.address("/company/i/no-such-code") + "?ui_locales=de"));
    assertThat(new JoinPage(window).title()).hasText("Dieser Link führt nirgendwohin");
    String dutch =
        window
            .page()
            .locator("#login-select-toggle option[value*='kc_locale=nl']")
            .getAttribute("value");
    window.page().locator("#login-select-toggle").selectOption(dutch);
    assertThat(new JoinPage(window).title()).hasText("Deze link leidt nergens heen");
    window.open(company.address("/company/i/no-such-code"));
    assertThat(new JoinPage(window).title()).hasText("Deze link leidt nergens heen");
  }

  private Window signedIn(String email) {
    Window window = browsers.window();
    window.open(company.address("/account"));
    window.signIn(email, InvitedCompany.PASSWORD);
    assertThat(window.page().locator("#email")).isVisible();
    return window;
  }

  private void enabled(boolean enabled) {
    String path = "/organizations/" + company.organization;
    ObjectNode representation = (ObjectNode) company.admin().get(path).expect(200).json();
    representation.put("enabled", enabled);
    company.admin().put(path, representation).expect(204);
  }

  /** Nothing is wider than the screen. */
  private static void fits(Window window) {
    Page page = window.page();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
  }

  private static void picture(Mail mail, Window window, String name) throws IOException {
    Path file = ProjectFiles.target().resolve("mails").resolve(name + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, mail.requireHtml());
    window.open(file.toUri());
    window.screenshot(name);
  }
}
