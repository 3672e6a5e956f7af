// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What attackers try with links, tokens and the interface. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationSecurityIT {

  private final KeycloakServer server;
  private final InvitingRealm inviting;
  private final CompanyRealm realm;
  private final String acme;
  private final String globex;
  private final Http boss;

  InvitationSecurityIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    inviting = InvitingRealm.create(server, admin, mailbox, "secure");
    realm = inviting.realm();
    acme = inviting.company("acme");
    globex = inviting.company("globex");
    boss = inviting.boss("acme");
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  /** CVE-2026-16072: the admin of a company read the link meant for the invited address. */
  @Test
  void nobodyButTheInvitedAddressGetsTheLink() {
    List<Reply> answers = new ArrayList<>();
    String path = inviting.invitations(acme);
    String email = "secret@secure-way.example";
    answers.add(boss.post(path, draft(email, "purchaser")).expect(201));
    String id = answers.get(0).json().get("id").asText();
    String first = InvitingRealm.code(inviting.link(email, 1));
    answers.add(boss.post(path + "/" + id + "/resend").expect(200));
    String second = InvitingRealm.code(inviting.link(email, 2));

    answers.add(boss.get(path).expect(200));
    answers.add(boss.get(path + "/" + id).expect(200));
    answers.add(boss.get(inviting.path(acme, "/activity")).expect(200));
    String admin = "/company/organizations/" + acme;
    answers.add(realm.admin().get(admin + "/invitations").expect(200));
    answers.add(realm.admin().get(admin + "/activity").expect(200));
    answers.add(realm.admin().get("/organizations/" + acme + "/invitations").expect(200));
    answers.add(realm.admin().get("/admin-events?max=100").expect(200));
    answers.add(realm.admin().get("/events?max=100").expect(200));
    answers.add(realm.admin().get("/company/export").expect(200));

    for (Reply answer : answers) {
      assertThat(answer.body())
          .as(answer.request())
          .doesNotContain(first)
          .doesNotContain(second)
          .doesNotContain("/company/i/");
    }
    for (JsonNode each : realm.admin().get("/organizations/" + acme + "/invitations").json()) {
      assertThat(each.path("inviteLink").asText("")).isEmpty();
    }
    assertThat(server.logs()).doesNotContain(first).doesNotContain(second);
  }

  @Test
  void scannersOfMailsDoNoHarm() {
    String id = inviting.invite(boss, acme, "scanned@secure-way.example").get("id").asText();
    URI link = inviting.link("scanned@secure-way.example", 1);
    Waiting.until(
        Duration.ofSeconds(30),
        () -> inviting.invitation(acme, id).get("mail").asText().equals("SENT"));
    JsonNode before = inviting.invitation(acme, id);
    Http http = new Http(server.url());
    for (String at : List.of("", "/decline", "/again")) {
      for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH")) {
        Reply reply = http.send(method, link + at, null, null);
        assertThat(reply.status()).as(reply.request()).isLessThan(500);
      }
      new WebSession().open(URI.create(link + at));
    }

    assertThat(inviting.invitation(acme, id)).isEqualTo(before);
    assertThat(users("scanned@secure-way.example")).isZero();
  }

  @Test
  void pagesOfLinksTellNobodyWhereTheyWere() {
    inviting.invite(boss, acme, "referred@secure-way.example");
    URI link = inviting.link("referred@secure-way.example", 1);
    for (String at : List.of("", "/decline", "x")) {
      Reply reply = new Http(server.url()).get(link + at);
      assertThat(reply.header("Referrer-Policy")).as(reply.request()).hasValue("no-referrer");
      assertThat(reply.header("Cache-Control").orElseThrow()).contains("no-store");
    }
  }

  @Test
  void aLinkWorksOnceAndIsDeadAfterwards() {
    String email = "once@secure-way.example";
    String once = realm.admin().createUser(email, CompanyRealm.PASSWORD);
    String id = inviting.invite(boss, acme, email, "purchaser").get("id").asText();
    URI old = inviting.link(email, 1);
    boss.post(inviting.invitations(acme) + "/" + id + "/resend").expect(200);
    URI link = inviting.link(email, 2);
    assertThat(new WebSession().open(old).status()).isEqualTo(404);
    WebPage page = new WebSession().open(link).signIn(email, CompanyRealm.PASSWORD);
    page.submit("#company-join", Map.of("accept", "1"));
    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(members(acme, email)).isEqualTo(1);

    page.submit("#company-join", Map.of("accept", "1"));
    page.submit("#company-join", Map.of("decline", "1"));
    new Http(server.url()).form(link + "/decline", Map.of());
    new Http(server.url()).form(link + "/again", Map.of());
    realm.admin().delete("/organizations/" + acme + "/members/" + once).expect(204);
    new WebSession().open(link);
    new WebSession().open(loginWith(InvitingRealm.code(link))).signIn(email, CompanyRealm.PASSWORD);

    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(members(acme, email)).isZero();
    assertThat(users(email)).isEqualTo(1);
    assertThat(inviting.activity(acme, "INVITATION_ACCEPTED").size()).isEqualTo(1);
  }

  @Test
  void aCodeThatWasTouchedLeadsNowhere() {
    inviting.invite(boss, acme, "touched@secure-way.example");
    URI link = inviting.link("touched@secure-way.example", 1);
    String code = InvitingRealm.code(link);
    String base = link.toString().substring(0, link.toString().length() - code.length());
    char other = code.charAt(5) == 'A' ? 'B' : 'A';
    for (String each :
        List.of(
            code.substring(0, 5) + other + code.substring(6),
            code.substring(1),
            code + "A",
            code.equals(code.toUpperCase()) ? code.toLowerCase() : code.toUpperCase(),
            "%00",
            "..%2f" + code,
            "'%20or%20'1'='1")) {
      int status = new Http(server.url()).get(base + each).status();
      assertThat(status).as(each).isIn(400, 404);
    }
    String asLink = base.replace("/company/i/", "/company/link/") + code;
    assertThat(new Http(server.url()).get(asLink).status()).isEqualTo(404);
    String elsewhere = link.toString().replace("/realms/secure/", "/realms/master/");
    assertThat(new Http(server.url()).get(elsewhere).status()).isEqualTo(404);
  }

  @Test
  void whoIsNewRegistersWithTheInvitedAddressOnly() {
    String id = inviting.invite(boss, acme, "victim@secure-way.example").get("id").asText();
    URI link = inviting.link("victim@secure-way.example", 1);

    WebPage page = new WebSession().open(link);
    page.submit("#kc-register-form", person("mallory@secure-way.example"));

    assertThat(users("mallory@secure-way.example")).isZero();
    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("OPEN");
    assertThat(members(acme, "mallory@secure-way.example")).isZero();
  }

  /** CVE-2026-1529: organization and address in the token were believed without the signature. */
  @Test
  void theTokenOfTheRegistrationIsBelievedOnlyAsItWasSigned() {
    inviting.invite(boss, acme, "signed@secure-way.example");
    URI link = inviting.link("signed@secure-way.example", 1);
    String register = new Http(server.url()).get(link.toString()).expect(303).location().toString();
    String token = register.replaceFirst(".*[?&]token=([^&]+).*", "$1");
    String payload = decode(token.split("\\.", -1)[1]);
    assertThat(payload).contains(acme, "signed@secure-way.example");
    String otherCompany = payload.replace(acme, globex);
    String otherAddress = payload.replace("signed@secure-way.example", "mallory@globex.example");

    for (String forged : List.of(otherCompany, otherAddress, payload)) {
      String[] parts = token.split("\\.", -1);
      String none = encode("{\"alg\":\"none\"}");
      List<String> tokens = new ArrayList<>();
      tokens.add(none + "." + encode(forged) + ".");
      tokens.add(none + "." + encode(forged) + "." + parts[2]);
      if (!forged.equals(payload)) {
        tokens.add(parts[0] + "." + encode(forged) + "." + parts[2]);
      }
      for (String each : tokens) {
        WebPage page = new WebSession().open(URI.create(register.replace(token, each)));
        assertThat(page.html().selectFirst("#kc-register-form")).as(page.text()).isNull();
        assertThat(page.status()).isBetween(400, 499);
      }
    }
    assertThat(realm.admin().get("/organizations/" + globex + "/members").json().size())
        .isEqualTo(1);
  }

  @Test
  void theRegistrationEndsWithTheInvitation() {
    String id = inviting.invite(boss, acme, "late@secure-way.example").get("id").asText();
    WebPage page = new WebSession().open(inviting.link("late@secure-way.example", 1));
    boss.delete(inviting.invitations(acme) + "/" + id).expect(204);

    page.submit("#kc-register-form", person("late@secure-way.example"));

    assertThat(members(acme, "late@secure-way.example")).isZero();
    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("WITHDRAWN");
  }

  @Test
  void whoIsSomebodyElseCannotAccept() {
    realm.admin().createUser("target@secure-way.example", CompanyRealm.PASSWORD);
    realm.admin().createUser("eve@secure-way.example", CompanyRealm.PASSWORD);
    String id =
        inviting.invite(boss, acme, "target@secure-way.example", "director").get("id").asText();
    String code = InvitingRealm.code(inviting.link("target@secure-way.example", 1));

    WebPage page =
        new WebSession()
            .open(loginWith(code))
            .signIn("eve@secure-way.example", CompanyRealm.PASSWORD);
    assertThat(page.html().selectFirst("#company-join")).as(page.text()).isNull();
    page.submit("form", Map.of("accept", "1"));

    assertThat(members(acme, "eve@secure-way.example")).isZero();
    assertThat(inviting.invitation(acme, id).get("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void theAnswerDoesNotTellWhoHasAnAccount() {
    realm.admin().createUser("has@secure-way.example", CompanyRealm.PASSWORD);
    Reply with = boss.post(inviting.invitations(acme), draft("has@secure-way.example"));
    Reply without = boss.post(inviting.invitations(acme), draft("not@secure-way.example"));

    assertThat(fields(with.expect(201).json())).isEqualTo(fields(without.expect(201).json()));
    for (String field : List.of("state", "mail", "resends", "version", "roles")) {
      assertThat(with.json().get(field)).as(field).isEqualTo(without.json().get(field));
    }
    assertThat(inviting.mailbox().await("has@secure-way.example").subject())
        .isEqualTo(inviting.mailbox().await("not@secure-way.example").subject());
  }

  private static Set<String> fields(JsonNode json) {
    Set<String> names = new TreeSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private URI loginWith(String code) {
    return realm.shop().loginUri("openid", Map.of("kc_action", "company-join:" + code));
  }

  private static Map<String, String> person(String email) {
    return Map.of(
        "username",
        email,
        "email",
        email,
        "firstName",
        "Mal",
        "lastName",
        "Lory",
        "password",
        CompanyRealm.PASSWORD,
        "password-confirm",
        CompanyRealm.PASSWORD);
  }

  private int users(String email) {
    return realm.admin().get("/users?exact=true&email=" + Http.encode(email)).json().size();
  }

  private int members(String org, String email) {
    JsonNode found =
        realm
            .admin()
            .get("/organizations/" + org + "/members?exact=true&search=" + Http.encode(email))
            .expect(200)
            .json();
    return Json.texts(found, "email").size();
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
