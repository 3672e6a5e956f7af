// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static io.companyaccounts.orderingpassword.OrderingRealm.ACTION;
import static io.companyaccounts.orderingpassword.OrderingRealm.BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.MAIL_ACTION;
import static io.companyaccounts.orderingpassword.OrderingRealm.OTHER_BUYER;
import static io.companyaccounts.orderingpassword.OrderingRealm.PASSWORD;
import static io.companyaccounts.orderingpassword.OrderingRealm.SCOPE;
import static io.companyaccounts.orderingpassword.OrderingRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step after every kind of login, and where it must lead nowhere. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingLoginsIT {

  private static final String PARTNER = "partner";

  private final KeycloakServer server;
  private final Admin admin;
  private final OrderingRealm ordering;

  OrderingLoginsIT(KeycloakServer server, Admin admin, Mailbox mails) {
    this.server = server;
    this.admin = admin;
    ordering = OrderingRealm.create(server, admin, mails, "ordering-logins");
  }

  @AfterAll
  void removeRealm() {
    ordering.realm().admin().remove();
  }

  @BeforeEach
  void passwordIsSet() {
    ordering.set(PASSWORD).expect(200);
    ordering.forgetTries();
  }

  private static boolean asksForThePassword(WebPage page) {
    return !page.html().select("#company-ordering #orderingPassword").isEmpty();
  }

  private URI stepUri(String reference, Map<String, String> more) {
    Map<String, String> query = new HashMap<>(more);
    query.put("kc_action", ACTION + ":" + reference);
    return ordering.shop().loginUri(SCOPE, query);
  }

  /** Types the password and gives what the shop gets for it. */
  private JsonNode confirm(WebPage page) {
    assertThat(asksForThePassword(page)).as(page.text()).isTrue();
    return ordering.shop().redeem(type(page, PASSWORD)).accessClaims().get("ordering");
  }

  private List<JsonNode> confirmed(String reference) {
    return ordering.activity("ORDER_CONFIRMED").stream()
        .filter(entry -> entry.at("/details/reference").asText().equals(reference))
        .toList();
  }

  @Test
  void whoIsSignedInSeesOnePageOnly() {
    WebSession browser = ordering.signedIn(BUYER);

    WebPage page = ordering.step(browser, "S-1");

    assertThat(confirm(page).get("reference").asText()).isEqualTo("S-1");
  }

  @Test
  void whoIsNotSignsInFirst() {
    WebPage login = new WebSession().open(stepUri("S-2", Map.of()));

    WebPage page = login.signIn(BUYER, CompanyRealm.PASSWORD);

    assertThat(confirm(page).get("reference").asText()).isEqualTo("S-2");
  }

  @Test
  void anAccountWithoutPasswordOfAnIdentityProviderOrdersToo() {
    String email = "ida@elsewhere.example";
    RealmAdmin partner = identityProvider();
    try {
      partner.createUser(email, CompanyRealm.PASSWORD);
      Map<String, String> there = Map.of("kc_idp_hint", PARTNER);
      new WebSession()
          .open(ordering.shop().loginUri("openid", there))
          .signIn(email, CompanyRealm.PASSWORD);
      String id = ordering.realm().admin().get("/users?email=" + email).json().at("/0/id").asText();
      ordering.realm().admin().addMember(ordering.acme(), id);
      ordering.realm().setRoles(ordering.acme(), id, "purchaser");
      assertThat(ordering.realm().admin().get("/users/" + id + "/credentials").json()).isEmpty();

      WebSession browser = new WebSession();
      WebPage fresh = browser.open(stepUri("S-3", there)).signIn(email, CompanyRealm.PASSWORD);

      assertThat(confirm(fresh).get("reference").asText()).isEqualTo("S-3");
      assertThat(confirm(ordering.step(browser, "S-4")).get("reference").asText()).isEqualTo("S-4");
    } finally {
      partner.remove();
      ordering.realm().admin().delete("/identity-provider/instances/" + PARTNER).expect(204);
    }
  }

  private RealmAdmin identityProvider() {
    RealmAdmin partner = admin.createRealm("ordering-logins-" + PARTNER, Map.of());
    String realms = server.url() + "/realms/";
    partner.createClient(
        "partner-login",
        Map.of(
            "redirectUris", List.of(realms + "ordering-logins/broker/" + PARTNER + "/endpoint")));
    String issuer = realms + partner.name();
    Map<String, String> config = new HashMap<>();
    config.put("issuer", issuer);
    config.put("authorizationUrl", issuer + "/protocol/openid-connect/auth");
    config.put("tokenUrl", issuer + "/protocol/openid-connect/token");
    config.put("jwksUrl", issuer + "/protocol/openid-connect/certs");
    config.put("useJwksUrl", "true");
    config.put("validateSignature", "true");
    config.put("clientId", "partner-login");
    config.put("clientSecret", OidcClient.SECRET);
    config.put("clientAuthMethod", "client_secret_post");
    config.put("defaultScope", "openid email profile");
    ordering
        .realm()
        .admin()
        .post(
            "/identity-provider/instances",
            Map.of(
                "alias",
                PARTNER,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                config))
        .expect(201);
    return partner;
  }

  @Test
  void aSecondFactorComesBeforeTheStepAndOnlyOnce() {
    OneTimeCode phone = new OneTimeCode("the-secret-in-the-phone");
    String email = "zoe@acme.example";
    Map<String, ?> password = Map.of("type", "password", "value", CompanyRealm.PASSWORD);
    String id =
        ordering
            .realm()
            .admin()
            .createUser(
                email,
                CompanyRealm.PASSWORD,
                Map.of("credentials", List.of(password, phone.credential())));
    ordering.realm().admin().addMember(ordering.acme(), id);
    ordering.realm().setRoles(ordering.acme(), id, "purchaser");
    WebSession browser = new WebSession();

    WebPage second = browser.open(stepUri("S-5", Map.of())).signIn(email, CompanyRealm.PASSWORD);
    assertThat(asksForThePassword(second)).isFalse();
    WebPage page = second.submit("#kc-otp-login-form", Map.of("otp", phone.at(Instant.now())));

    assertThat(confirm(page).get("reference").asText()).isEqualTo("S-5");
    assertThat(confirm(ordering.step(browser, "S-6")).get("reference").asText()).isEqualTo("S-6");
  }

  @Test
  void theVendorCanDemandAFreshLoginBeforeTheStep() {
    config(Map.of("max_auth_age", "0"));
    try {
      WebSession browser = ordering.signedIn(BUYER);
      // a login counts as of now within the second in which it was made
      WebPage login = ordering.step(browser, "S-7");
      for (int i = 0; i < 20 && asksForThePassword(login); i++) {
        pause();
        login = ordering.step(browser, "S-7");
      }
      assertThat(login.html().select("#kc-form-login #password")).as(login.text()).hasSize(1);

      WebPage page = login.submit("#kc-form-login", Map.of("password", CompanyRealm.PASSWORD));

      assertThat(confirm(page).get("reference").asText()).isEqualTo("S-7");
    } finally {
      config(Map.of());
    }
  }

  private void config(Map<String, String> config) {
    ordering
        .realm()
        .admin()
        .put("/authentication/required-actions/" + ACTION + "/config", Map.of("config", config))
        .expect(204);
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ACTION + ":S-8", MAIL_ACTION + ":payment-details.S-8"})
  void whoOnlyLooksAtTheAccountAsAnAdministratorConfirmsNothing(String kcAction) {
    WebSession browser = new WebSession();
    impersonate(browser, BUYER);

    WebPage login = ordering.step(browser, SCOPE, kcAction);
    assertThat(login.html().select("#kc-form-login #password"))
        .as("Keycloak wants the person's own login first")
        .hasSize(1);
    WebPage page = login.submit("#kc-form-login", Map.of("password", CompanyRealm.PASSWORD));

    assertThat(page.status()).as(page.text()).isEqualTo(403);
    assertThat(page.html().select("#company-step-end").attr("data-end"))
        .isEqualTo("companyStepImpersonated");
    WebPage back = page.submit("#company-step-end", Map.of("cancel-aia", "1"));
    JsonNode claims = ordering.shop().redeem(back).accessClaims();
    assertThat(claims.has("ordering")).isFalse();
    assertThat(claims.has("confirmation")).isFalse();
  }

  private void impersonate(WebSession browser, String email) {
    browser.remember(
        ordering
            .realm()
            .admin()
            .post("/users/" + ordering.id(email) + "/impersonation", Map.of())
            .expect(200));
  }

  @Test
  void theFormLeadsNowhereFromAnotherBrowser() {
    WebPage page = ordering.step(ordering.signedIn(BUYER), "S-9");
    String copied = page.html().select("#company-ordering").attr("abs:action");

    Reply stranger =
        new Http(server.url()).form(copied, Map.of("orderingPassword", PASSWORD, "confirm", "1"));

    assertThat(stranger.header("Location").orElse("")).doesNotContain("code=");
    assertThat(confirmed("S-9")).isEmpty();
    WebPage colleague = ordering.signedIn(OTHER_BUYER).open(URI.create(copied));
    assertThat(colleague.uri().toString()).doesNotContain("code=");
    assertThat(asksForThePassword(colleague)).isFalse();
    assertThat(confirm(page).get("reference").asText()).isEqualTo("S-9");
  }

  @Test
  void theFormLeadsNowhereAfterSomebodyElseSignedIn() {
    WebSession browser = new WebSession();
    Tokens tokens =
        ordering
            .shop()
            .redeem(
                browser.open(ordering.shop().loginUri(SCOPE)).signIn(BUYER, CompanyRealm.PASSWORD));
    WebPage left = ordering.step(browser, "S-10");
    ordering.shop().logout(tokens);
    browser.open(ordering.shop().loginUri(SCOPE)).signIn(OTHER_BUYER, CompanyRealm.PASSWORD);

    WebPage end = type(left, PASSWORD);

    assertThat(end.uri().toString()).doesNotContain("code=");
    assertThat(confirmed("S-10")).isEmpty();
  }

  @Test
  void putOnAPersonByAnAdministratorItNeitherLocksOutNorConfirms() {
    String path = "/users/" + ordering.id(OTHER_BUYER);
    ObjectNode person = (ObjectNode) ordering.realm().admin().get(path).expect(200).json();
    person.putArray("requiredActions").add(ACTION).add(MAIL_ACTION);
    ordering.realm().admin().put(path, person).expect(204);

    WebPage back =
        new WebSession()
            .open(ordering.shop().loginUri(SCOPE))
            .signIn(OTHER_BUYER, CompanyRealm.PASSWORD);

    JsonNode claims = ordering.shop().redeem(back).accessClaims();
    assertThat(claims.has("ordering")).isFalse();
    assertThat(claims.has("confirmation")).isFalse();
    assertThat(ordering.realm().admin().get(path).json().get("requiredActions")).isEmpty();
  }
}
