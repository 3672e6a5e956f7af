// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways into a company in realms with other settings, and what a link does to strangers. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationWaysIT {

  private static final String NAME_AND_MAIL = "registrationEmailAsUsername";

  private final KeycloakServer server;
  private final InvitedCompany company;

  InvitationWaysIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    company = new InvitedCompany(server, admin, mailbox, "invited-ways");
  }

  @AfterAll
  void remove() {
    company.remove();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "plain, false, false, true, false",
    "verify, true, false, true, false",
    "mail-is-name, false, true, true, false",
    "no-mail-login, true, false, false, false",
    "same-mail-twice, false, false, false, true"
  })
  void newPeopleAndPeopleWithAnAccountGetIn(
      String name, boolean verify, boolean mailIsName, boolean mailLogin, boolean twice) {
    company.settings(
        Map.of(
            "registrationAllowed",
            false,
            "verifyEmail",
            verify,
            NAME_AND_MAIL,
            mailIsName,
            "loginWithEmailAllowed",
            mailLogin,
            "duplicateEmailsAllowed",
            twice));
    try {
      String newcomer = "new-" + name + "@muster.example";
      WebPage form = new WebSession().open(company.link(newcomer));
      assertThat(form.html().expectFirst("#email").val()).isEqualTo(newcomer);
      WebPage registered = register(form, newcomer, Map.of());
      if (verify) {
        // where addresses are verified Keycloak asks for the password last, on a page of its own
        registered =
            registered.submit(
                "#kc-passwd-update-form",
                Map.of(
                    "password-new", InvitedCompany.PASSWORD,
                    "password-confirm", InvitedCompany.PASSWORD));
      }
      assertThat(registered.uri().getPath()).as(registered.text()).contains("/account");
      assertThat(company.isMember(newcomer)).isTrue();
      assertThat(company.account(newcomer).get("emailVerified").asBoolean()).isTrue();

      String known = "known-" + name + "@muster.example";
      String login = mailIsName ? known : "login-of-" + name;
      company
          .admin()
          .createUser(
              known,
              InvitedCompany.PASSWORD,
              Map.of("username", login, "emailVerified", false, "firstName", "Kim"));
      WebPage signIn = new WebSession().open(company.link(known));
      assertThat(signIn.html().expectFirst("#kc-attempted-username").val())
          .isEqualTo(mailLogin ? known : login);
      WebPage join = signIn.signIn(login, InvitedCompany.PASSWORD);
      if (verify) {
        // Keycloak wants the address proven before any other action; its own mail does that
        join = proveAddress(known, join);
      }
      WebPage end = join.submit("#company-join", Map.of("accept", "1"));
      assertThat(end.uri().getPath()).contains("/account");
      assertThat(company.isMember(known)).isTrue();
      assertThat(company.account(known).get("emailVerified").asBoolean()).isTrue();
      assertThat(company.account(known).get("firstName").asText()).isEqualTo("Kim");
    } finally {
      company.settings(
          Map.of(
              "verifyEmail",
              false,
              NAME_AND_MAIL,
              false,
              "duplicateEmailsAllowed",
              false,
              "loginWithEmailAllowed",
              true));
    }
  }

  @Test
  void whatTheUserProfileWantsIsAskedFor() {
    String email = "profile@muster.example";
    Mail mail = company.invite(email, Map.of("phone", "+49 30 901820"));
    JsonNode before = company.admin().get("/users/profile").expect(200).json();
    ObjectNode profile = before.deepCopy();
    for (String attribute : List.of("department", "phoneNumber")) {
      profile
          .withArray("attributes")
          .add(
              Json.read(
                  """
                  {"name": "%s", "displayName": "%s", "required": {"roles": ["user"]},
                   "permissions": {"view": ["admin", "user"], "edit": ["admin", "user"]}}"""
                      .formatted(attribute, attribute)));
    }
    company.admin().put("/users/profile", profile).expect(200);
    try {
      WebPage form = new WebSession().open(InvitedCompany.link(mail));
      assertThat(form.html().expectFirst("#phoneNumber").val()).isEqualTo("+49 30 901820");
      WebPage again = register(form, email, Map.of());
      assertThat(again.html().selectFirst("#input-error-department")).isNotNull();
      assertThat(company.invitation(email).get("state").asText()).isEqualTo("OPEN");

      WebPage end = register(again, email, Map.of("department", "Purchasing"));
      assertThat(end.uri().getPath()).contains("/account");
      assertThat(company.account(email).at("/attributes/phoneNumber/0").asText())
          .isEqualTo("+49 30 901820");
    } finally {
      company.admin().put("/users/profile", before).expect(200);
    }
  }

  @Test
  void termsAndConditionsAreAskedFor() {
    String path = "/authentication/required-actions/TERMS_AND_CONDITIONS";
    ObjectNode terms = (ObjectNode) company.admin().get(path).expect(200).json();
    company.admin().put(path, terms.put("enabled", true).put("defaultAction", true)).expect(204);
    try {
      String email = "terms@muster.example";
      WebPage page = register(new WebSession().open(company.link(email)), email, Map.of());
      assertThat(page.html().selectFirst("#kc-accept")).isNotNull();
      WebPage end = page.submit("form", Map.of("accept", "Accept"));
      assertThat(end.uri().getPath()).contains("/account");
      assertThat(company.isMember(email)).isTrue();
    } finally {
      company
          .admin()
          .put(path, terms.put("enabled", false).put("defaultAction", false))
          .expect(204);
    }
  }

  @Test
  void anEditedRegistrationFlowKeepsWorking() {
    String flows = "/authentication/flows/";
    company
        .admin()
        .post(flows + "registration/copy", Map.of("newName", "our registration"))
        .expect(201);
    for (JsonNode step :
        company.admin().get(flows + "our%20registration/executions").expect(200).json()) {
      if (step.path("providerId").asText().equals("registration-terms-and-conditions")) {
        ObjectNode wanted = step.deepCopy();
        company
            .admin()
            .put(flows + "our%20registration/executions", wanted.put("requirement", "REQUIRED"))
            .expect(204);
      }
    }
    company.settings(Map.of("registrationFlow", "our registration"));
    try {
      String email = "flow@muster.example";
      WebPage form = new WebSession().open(company.link(email));
      assertThat(form.text()).contains("Bea Boss invites you");
      WebPage end = register(form, email, Map.of("termsAccepted", "on"));
      assertThat(end.uri().getPath()).contains("/account");
      assertThat(company.isMember(email)).isTrue();
    } finally {
      company.settings(Map.of("registrationFlow", "registration"));
    }
  }

  /** As scanners of mails and links do, on every page they get to, with cookies and without. */
  @Test
  void whoeverOnlyLooksChangesNothing() {
    company.admin().createUser("scanned@muster.example", InvitedCompany.PASSWORD);
    for (String email : List.of("scanned@muster.example", "scanned-new@muster.example")) {
      Mail mail = company.invite(email, Map.of());
      URI link = InvitedCompany.link(mail);
      JsonNode before = company.invitation(email);
      Set<String> seen = lookAtEverything(link);
      assertThat(seen).hasSizeGreaterThan(4);
      assertThat(company.invitation(email)).isEqualTo(before);
    }
    assertThat(company.isMember("scanned@muster.example")).isFalse();
    URI late = company.link("scanned-late@muster.example");
    company.expire("scanned-late@muster.example");
    company.mailbox().clear("bea@muster.example");
    lookAtEverything(late);
    assertThat(company.mailbox().to("bea@muster.example")).isEmpty();
  }

  @Test
  void thePageThatAcceptsCannotBeSentFromElsewhere() {
    company.admin().createUser("forged@muster.example", InvitedCompany.PASSWORD);
    WebPage join =
        new WebSession()
            .open(company.link("forged@muster.example"))
            .signIn("forged@muster.example", InvitedCompany.PASSWORD);
    String action = join.html().expectFirst("#company-join").attr("abs:action");

    new Http(server.url()).form(action, Map.of("accept", "1"));

    assertThat(company.isMember("forged@muster.example")).isFalse();
  }

  @Test
  void addressesWithCodesAreKeptFromOthers() {
    URI link = company.link("kept@muster.example");
    Http http = new Http(server.url());
    for (String address :
        List.of(link.toString(), link + "/decline", link + "/again", link + "x")) {
      Reply reply = http.get(address);
      assertThat(reply.header("Referrer-Policy")).as(address).hasValue("no-referrer");
      assertThat(reply.header("Cache-Control")).as(address).hasValue("no-store");
    }
  }

  @Test
  void theEndOfTheWayIsWhereTheVendorSaid() {
    company
        .admin()
        .createClient(
            "target",
            Map.of("baseUrl", "http://localhost/target/home", "rootUrl", "http://localhost"));
    String joined = company.address("/company/joined/" + company.organization).toString();
    Http http = new Http(server.url());
    assertThat(http.get(joined + "?code=x&state=y").expect(303).location())
        .isEqualTo(company.address("/account"));
    company.settings(Map.of("attributes", Map.of("company.invitation.client", "target")));
    try {
      assertThat(http.get(joined + "?code=x").expect(303).location())
          .isEqualTo(URI.create("http://localhost/target/home"));
      redirectUrl("http://localhost/target/start");
      assertThat(http.get(joined).expect(303).location())
          .isEqualTo(URI.create("http://localhost/target/start"));
      redirectUrl("https://evil.example/");
      assertThat(http.get(joined).expect(303).location())
          .isEqualTo(URI.create("http://localhost/target/home"));
      assertThat(http.get(company.address("/company/joined/nowhere").toString()).location())
          .isEqualTo(URI.create("http://localhost/target/home"));
    } finally {
      redirectUrl("");
      company.settings(Map.of("attributes", Map.of("company.invitation.client", "")));
    }
  }

  private void redirectUrl(String url) {
    String path = "/organizations/" + company.organization;
    ObjectNode organization = (ObjectNode) company.admin().get(path).expect(200).json();
    company.admin().put(path, organization.put("redirectUrl", url)).expect(204);
  }

  private static WebPage register(WebPage form, String email, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    if (form.html().selectFirst("#username") != null) {
      fields.put("username", email.substring(0, email.indexOf('@')));
    }
    fields.put("firstName", "Nora");
    fields.put("lastName", "New");
    fields.put("password", InvitedCompany.PASSWORD);
    fields.put("password-confirm", InvitedCompany.PASSWORD);
    return form.submit("#kc-register-form", fields);
  }

  private WebPage proveAddress(String email, WebPage asked) {
    if (asked.html().selectFirst("#company-join") != null) {
      return asked;
    }
    Mail mail = company.mailbox().await(email, each -> each.requireText().contains("action-token"));
    String link =
        mail.requireText()
            .lines()
            .filter(line -> line.startsWith("http"))
            .findFirst()
            .orElseThrow();
    return asked.open(URI.create(link));
  }

  private static Set<String> lookAtEverything(URI start) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<URI> next = new ArrayDeque<>(List.of(start, URI.create(start + "/decline")));
    WebSession session = new WebSession();
    while (!next.isEmpty() && seen.size() < 40) {
      URI address = next.pop();
      if (!seen.add(address.toString())) {
        continue;
      }
      new Http(start).send("HEAD", address.toString(), null, null);
      new Http(start).get(address.toString());
      WebPage page = session.open(address);
      if (!page.isBackAtApplication()) {
        next.addAll(addressesOn(page, start));
      }
    }
    return seen;
  }

  private static List<URI> addressesOn(WebPage page, URI start) {
    List<URI> found = new ArrayList<>();
    for (Element element : page.html().select("a[href], form[action], option[value]")) {
      for (String attribute : List.of("abs:href", "abs:action", "abs:value")) {
        String address = element.attr(attribute);
        if (address.startsWith("http") && URI.create(address).getHost().equals(start.getHost())) {
          found.add(URI.create(address));
        }
      }
    }
    return found;
  }
}
