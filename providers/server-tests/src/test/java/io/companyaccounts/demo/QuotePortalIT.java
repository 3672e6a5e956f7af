// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The quoting portal as the demo starts it: people may do what their company roles say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuotePortalIT {

  private static final String HALLMANN = "hallmann";
  private static final String PASSWORD = "demo";
  private static final String[] DRAWING = {
    "quote.view", "drawing.upload", "material.set", "feasibility.check"
  };

  /** The shop proves with it that code and token were asked for by the same; see RFC 7636, B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final Map<String, String> CHALLENGE =
      Map.of(
          "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          "code_challenge_method", "S256");

  private static final Pattern LINK = Pattern.compile("http\\S+/company/i/[\\w-]+(?![\\w/-])");

  private final DemoFiles files = DemoFiles.find("quote-portal");
  private final Mailbox mailbox = Mailbox.start();
  private KeycloakServer server;
  private RealmAdmin realm;
  private OidcClient shop;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    server =
        DemoKeycloak.plan(files, directory, mailbox.port(), URI.create("http://localhost/shop"))
            .name("quote-portal")
            .environment("SHOP_SECRET", OidcClient.SECRET)
            .start();
    realm = new Admin(server).realm(files.name());
    shop = realm.client("shop");
  }

  @AfterAll
  void stop() {
    mailbox.close();
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void theRealmIsCompleteAndTheCheckFindsNothing() {
    assertThat(server.logs())
        .contains("Realm 'quote-portal' is set up for company accounts, nothing to change");
    assertThat(realm.post("/company/setup?dryRun=true", Map.of()).expect(200).json().get("changes"))
        .isEmpty();
    assertThat(realm.get("/company/check").expect(200).json().get("findings")).isEmpty();
  }

  @Test
  @Order(2)
  void itsCompaniesAreAsInTheirFile() throws IOException {
    JsonNode file = Json.read(Files.readString(files.companies()));
    JsonNode exported = realm.get("/company/export").expect(200).json();

    for (int i = 0; i < 2; i++) {
      JsonNode company = file.at("/organizations/" + i);
      JsonNode found = exported.at("/organizations/" + i);
      assertThat(found.get("alias")).isEqualTo(company.get("alias"));
      assertThat(found.get("owner")).isEqualTo(company.get("owner"));
      assertThat(found.get("members")).containsExactlyInAnyOrderElementsOf(company.get("members"));
    }
  }

  @Test
  void aDraughtsmanFromOutsidePreparesAndNeverOrders() {
    JsonNode token = signedIn("dirk@drawings.example").accessClaims();

    assertThat(permissions(token, HALLMANN)).containsExactlyInAnyOrder(DRAWING);
    assertThat(permissions(token, "kade")).containsExactlyInAnyOrder(DRAWING);
    assertThat(member(HALLMANN, "dirk@drawings.example").get("external").asBoolean()).isTrue();
  }

  @Test
  void buyersOrderAndNobodyWithoutThePassword() {
    for (String buyer : List.of("bea@hallmann.example", "ben@hallmann.example")) {
      assertThat(permissions(signedIn(buyer).accessClaims(), HALLMANN))
          .contains("quote.create", "order.place", "order.release")
          .contains(DRAWING)
          .doesNotContain("order.without-password");
    }
    assertThat(permissions(signedIn("helga@hallmann.example").accessClaims(), HALLMANN))
        .contains("order.place", "order.view-all")
        .doesNotContain("order.without-password");
  }

  @Test
  void whoHasNoRoleAsksAndRequests() {
    assertThat(permissions(signedIn("uwe@hallmann.example").accessClaims(), HALLMANN))
        .contains("quote.create", "order.request")
        .contains(DRAWING)
        .doesNotContain("order.place", "order.release", "order.view-all");
  }

  @Test
  void whoHasLeftIsShutOut() {
    WebPage page = login("frank@hallmann.example", "openid organization company");

    assertThat(page.isBackAtApplication()).isFalse();
    assertThat(page.status()).isEqualTo(403);
  }

  @Test
  void theResponsiblePersonLooksAfterPeopleAndTheOrderingPassword() {
    JsonNode roles = realm.get("/roles/responsible-person/composites").expect(200).json();

    assertThat(Json.texts(roles, "name"))
        .contains("members.view", "members.invite", "members.manage", "roles.assign")
        .contains("settings.manage", "ordering.manage", "activity.view");
  }

  @Test
  void peopleHaveAPhoneNumber() {
    Tokens bea = redeemed(login("bea@hallmann.example", "openid phone"));

    assertThat(bea.idClaims().path("phone_number").asText()).isEqualTo("+49 30 23125 102");
  }

  @Test
  void theCompanyTakesOnlyItsOwnBusinessAddresses() {
    assertThat(added("anna@hallmann.example").status()).isEqualTo(201);
    Reply other = added("anna@elsewhere.example");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body()).contains("hallmann.example");

    assertThat(invited("otto@hallmann.example", "buyer").status()).isEqualTo(201);
    refused(invited("otto@elsewhere.example", "buyer"), "external_role_required");
    refused(invited("einkauf@hallmann.example", "buyer"), "email_role_address");
    refused(invited("otto@gmail.com", "draughtsman"), "email_free_mail");
  }

  @Test
  void somebodyFromOutsideComesByInvitationWithTheRoleForExternals() {
    String email = "nina@office.example";
    realm.createUser(email, PASSWORD, Map.of("firstName", "Nina", "lastName", "Nowak"));
    invited(email, "draughtsman").expect(201);

    new WebSession()
        .open(link(email))
        .signIn(email, PASSWORD)
        .submit("#company-join", Map.of("accept", "1"));

    JsonNode nina = member(HALLMANN, email);
    assertThat(nina.get("external").asBoolean()).isTrue();
    assertThat(Json.texts(nina.get("roles"), "name")).containsExactly("draughtsman");
    assertThat(permissions(signedIn(email).accessClaims(), HALLMANN))
        .containsExactlyInAnyOrder(DRAWING);
    Reply buyer =
        realm.put(
            "/company/organizations/hallmann/members/" + nina.get("id").asText() + "/roles",
            Map.of("roles", List.of(Map.of("role", "buyer"))));
    assertThat(buyer.status()).isEqualTo(409);
    assertThat(buyer.json().path("error").asText()).isEqualTo("role_not_for_externals");
  }

  private Tokens signedIn(String email) {
    return redeemed(login(email, "openid company organization:*"));
  }

  private WebPage login(String email, String scope) {
    return new WebSession().open(shop.loginUri(scope, CHALLENGE)).signIn(email, PASSWORD);
  }

  private Tokens redeemed(WebPage end) {
    return shop.redeem(end, Map.of("code_verifier", VERIFIER));
  }

  private static List<String> permissions(JsonNode token, String company) {
    return Json.texts(token.path("organization").path(company).at("/resource_access/shop/roles"));
  }

  private JsonNode member(String company, String email) {
    JsonNode found =
        realm
            .get("/company/organizations/" + company + "/members?search=" + email)
            .expect(200)
            .json()
            .get("members");
    assertThat(found).as(email).hasSize(1);
    return found.get(0);
  }

  /** Makes somebody a member as the console does. */
  private Reply added(String email) {
    String user =
        realm.createUser(email, PASSWORD, Map.of("firstName", "Anna", "lastName", "Arndt"));
    String organization =
        realm
            .get("/organizations?exact=true&search=Hallmann%20Anlagenbau")
            .expect(200)
            .json()
            .get(0)
            .get("id")
            .asText();
    return realm.post("/organizations/" + organization + "/members", user);
  }

  private Reply invited(String email, String role) {
    return realm.post(
        "/company/organizations/hallmann/invitations",
        Map.of("email", email, "roles", List.of(Map.of("role", role))));
  }

  private static void refused(Reply reply, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
  }

  private URI link(String email) {
    Matcher found = LINK.matcher(mailbox.await(email).requireText());
    assertThat(found.find()).isTrue();
    return URI.create(found.group());
  }
}
