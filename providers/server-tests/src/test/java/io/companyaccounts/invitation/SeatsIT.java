// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nobody gets in over the number of seats, whichever way. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatsIT {

  private final KeycloakServer server;
  private final CompanyRealm realm;
  private final Admin admin;
  private final Http probe;
  private final Mailbox mailbox;

  SeatsIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    this.admin = admin;
    this.mailbox = mailbox;
    realm = CompanyRealm.create(server, admin, "seats");
    realm.admin().mailsTo(mailbox);
    probe = new Http(server.url().resolve("/realms/seats/company-probe/platform/invitations"));
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void whoIsAddedWithoutInvitationNeedsASeatThatNoInvitationKeeps() {
    String org = companyWith("added", 2);
    realm.member(org, "one@added.example");
    invite(org, "vera@added.example");
    String late = realm.admin().createUser("late@added.example", CompanyRealm.PASSWORD);

    Reply refused = realm.admin().post("/organizations/" + org + "/members", late);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("This company has no free place");
    assertThat(members(org)).isEqualTo(1);
    String vera = realm.admin().createUser("vera@added.example", CompanyRealm.PASSWORD);
    realm.admin().addMember(org, vera);
    assertThat(members(org)).isEqualTo(2);
    assertThat(list(org).get("invitations").get(0).get("state").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  void inABrowserTheRefusalIsAPageAndNobodyIsMade() {
    String org = companyWith("page", 1);
    JsonNode invitation = invite(org, "vera@page.example");
    limit(org, "page", 0);
    String token = token(invitation);

    WebPage end = register(token, "vera@page.example");

    assertThat(end.status()).isEqualTo(400);
    assertThat(end.text()).contains("no free place");
    assertThat(realm.admin().get("/users?email=vera@page.example").json()).isEmpty();
    assertThat(members(org)).isZero();

    limit(org, "page", 1);
    assertThat(register(token, "vera@page.example").isBackAtApplication()).isTrue();
    assertThat(members(org)).isEqualTo(1);
  }

  @Test
  void whoRegistersByInvitationHasAProvenAddressAndAnAccountOfTheirOwn() {
    String org = companyWith("register", 1);
    JsonNode invitation = invite(org, "vera@register.example");
    String token = token(invitation);

    assertThat(register(token, "eve@register.example").isBackAtApplication()).isFalse();
    assertThat(register(token, "vera@register.example").isBackAtApplication()).isTrue();

    JsonNode user = realm.admin().get("/users?email=vera@register.example").json().get(0);
    assertThat(user.get("emailVerified").asBoolean()).isTrue();
    String id = user.get("id").asText();
    JsonNode accepted = list(org).get("invitations").get(0);
    assertThat(accepted.get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(accepted.get("acceptedBy").asText()).isEqualTo(id);
    assertThat(
            realm
                .admin()
                .get("/organizations/" + org + "/members/" + id)
                .json()
                .get("membershipType")
                .asText())
        .isEqualTo("UNMANAGED");
    realm.admin().delete("/organizations/" + org + "/members/" + id).expect(204);
    realm.admin().get("/users/" + id).expect(200);
    assertThat(register(token, "vera@register.example").isBackAtApplication()).isFalse();
  }

  @Test
  void keycloaksOwnInvitationKeepsASeatToo() {
    String org = companyWith("native", 1);
    realm.admin().createUser("vera@native.example", CompanyRealm.PASSWORD);
    nativeInvitation(org, "vera@native.example");

    assertThat(list(org).get("open").asInt()).isEqualTo(1);
    assertThat(probe.post("/" + org + "?email=other@native.example").body()).contains("no_seats");
    String late = realm.admin().createUser("late@native.example", CompanyRealm.PASSWORD);
    realm.admin().post("/organizations/" + org + "/members", late).expect(400);
    new WebSession().open(linkTo("vera@native.example")).click("#kc-info-message a");
    assertThat(members(org)).isEqualTo(1);
  }

  @Test
  void whoIsBlockedHasNoSeatAndNeedsOneToReturn() {
    String org = companyWith("blocked", 2);
    realm.member(org, "boss@blocked.example", "director");
    String worker = realm.member(org, "worker@blocked.example");
    state("BLOCKED").expect(200);
    assertThat(list(org).get("members").asInt()).isEqualTo(1);
    realm.member(org, "next@blocked.example");

    Reply refused = state("ACTIVE");

    assertThat(refused.status()).isNotEqualTo(200);
    assertThat(refused.body()).contains("All places of the organization are taken.");
    limit(org, "blocked", 3);
    state("ACTIVE").expect(200);
    assertThat(list(org).get("members").asInt()).isEqualTo(3);
    realm.admin().get("/organizations/" + org + "/members/" + worker).expect(200);
  }

  private Reply state(String state) {
    Map<String, String> member = Map.of("username", "worker@blocked.example", "state", state);
    return realm
        .admin()
        .post(
            "/company/import",
            Map.of(
                "format",
                1,
                "organizations",
                List.of(Map.of("alias", "blocked", "members", List.of(member)))));
  }

  @Test
  void whoComesByAnIdentityProviderNeedsASeatToo() {
    String org = companyWith("brokered", 1);
    realm.member(org, "one@brokered.example");
    RealmAdmin partner = identityProvider(org, "partner");
    try {
      partner.createUser("vera@brokered.example", CompanyRealm.PASSWORD);

      WebPage refused = signInAt("partner", "vera@brokered.example");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text()).contains("no free place");
      assertThat(realm.admin().get("/users?email=vera@brokered.example").json()).isEmpty();
      assertThat(members(org)).isEqualTo(1);

      limit(org, "brokered", 2);
      assertThat(signInAt("partner", "vera@brokered.example").isBackAtApplication()).isTrue();
      assertThat(members(org)).isEqualTo(2);
    } finally {
      partner.remove();
      realm.admin().delete("/identity-provider/instances/partner").expect(204);
    }
  }

  /** Another realm of the same server, at which members of the organization sign in. */
  private RealmAdmin identityProvider(String org, String alias) {
    RealmAdmin partner = admin.createRealm("seats-" + alias, Map.of());
    partner.createClient(
        "partner-login",
        Map.of(
            "redirectUris", List.of(server.url() + "/realms/seats/broker/" + alias + "/endpoint")));
    String issuer = server.url() + "/realms/" + partner.name();
    String endpoint = issuer + "/protocol/openid-connect/";
    realm
        .admin()
        .post(
            "/identity-provider/instances",
            Map.of(
                "alias",
                alias,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                Map.of(
                    "issuer",
                    issuer,
                    "authorizationUrl",
                    endpoint + "auth",
                    "tokenUrl",
                    endpoint + "token",
                    "jwksUrl",
                    endpoint + "certs",
                    "useJwksUrl",
                    "true",
                    "validateSignature",
                    "true",
                    "clientId",
                    "partner-login",
                    "clientSecret",
                    OidcClient.SECRET,
                    "clientAuthMethod",
                    "client_secret_post",
                    "defaultScope",
                    "openid email profile")))
        .expect(201);
    realm.admin().post("/organizations/" + org + "/identity-providers", alias).expect(204);
    return partner;
  }

  private WebPage signInAt(String identityProvider, String email) {
    return new WebSession()
        .open(realm.shop().loginUri("openid", Map.of("kc_idp_hint", identityProvider)))
        .signIn(email, CompanyRealm.PASSWORD);
  }

  @Test
  void aLowerLimitKeepsEverybodyAndIsFoundByTheCheck() {
    String org = companyWith("lower", 3);
    realm.member(org, "one@lower.example");
    realm.member(org, "two@lower.example");
    limit(org, "lower", 1);

    assertThat(members(org)).isEqualTo(2);
    JsonNode findings = realm.admin().get("/company/check").expect(200).json();
    assertThat(findings.toString()).contains("seats_exceeded").contains("lower");
  }

  private URI linkTo(String email) {
    Matcher link =
        Pattern.compile("https?://[^\\s\"<>]+").matcher(mailbox.await(email).requireText());
    assertThat(link.find()).isTrue();
    // Keycloak escapes in its text mails too
    return URI.create(link.group().replace("&#61;", "="));
  }

  private String companyWith(String alias, int seats) {
    String org = realm.company(alias);
    limit(org, alias, seats);
    return org;
  }

  private void limit(String org, String alias, int seats) {
    realm
        .admin()
        .put(
            "/organizations/" + org,
            Map.of(
                "name",
                alias,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                List.of(Map.of("name", alias + ".example", "verified", true)),
                "attributes",
                Map.of("company.seats", List.of(Integer.toString(seats)))))
        .expect(204);
  }

  private void nativeInvitation(String org, String email) {
    admin
        .http()
        .form(
            realm.admin().path("/organizations/" + org + "/members/invite-user"),
            Map.of("email", email))
        .expect(204);
  }

  private JsonNode invite(String org, String email) {
    JsonNode json = probe.post("/" + org + "?email=" + email).expect(200).json();
    assertThat(json.get("refused")).isNull();
    return json;
  }

  private String token(JsonNode invitation) {
    return probe
        .get(
            "/opened/"
                + invitation.get("code").asText()
                + "/registration?client="
                + CompanyRealm.SHOP
                + "&redirect="
                + Http.encode(realm.shop().redirectUri()))
        .expect(200)
        .json()
        .get("token")
        .asText();
  }

  private WebPage register(String token, String email) {
    URI start =
        URI.create(
            server.url()
                + "/realms/seats/protocol/openid-connect/registrations?"
                + Http.encode(
                    Map.of(
                        "client_id",
                        CompanyRealm.SHOP,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        realm.shop().redirectUri(),
                        "token",
                        token)));
    WebPage page = new WebSession().open(start);
    if (page.html().selectFirst("#kc-register-form") == null) {
      return page;
    }
    return page.submit(
        "#kc-register-form",
        Map.of(
            "username",
            email,
            "email",
            email,
            "firstName",
            "Vera",
            "lastName",
            "Vieth",
            "password",
            CompanyRealm.PASSWORD,
            "password-confirm",
            CompanyRealm.PASSWORD));
  }

  private JsonNode list(String org) {
    return probe.get("/" + org).expect(200).json();
  }

  private int members(String org) {
    return realm.admin().get("/organizations/" + org + "/members").expect(200).json().size();
  }
}
