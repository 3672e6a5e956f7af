// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.refused;
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
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link for many sends ordinary invitations to the addresses that people give. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InviteLinksIT {

  private final InvitingRealm inviting;
  private final CompanyRealm realm;
  private final String acme;
  private final Http boss;

  InviteLinksIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    inviting = InvitingRealm.create(server, admin, mailbox, "linking");
    realm = inviting.realm();
    acme = inviting.company("acme");
    realm.member(acme, "adam@acme.example", "administrator");
    realm.member(acme, "blind@acme.example", InvitingRealm.RECRUITER);
    boss = inviting.boss("acme");
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @Test
  void aLinkSendsInvitationsWithItsRolesUntilItIsUsedUp() {
    JsonNode link = create(boss, acme, Map.of("maxUses", 2, "roles", roles("purchaser")));
    assertThat(link.get("uses").asInt()).isZero();
    assertThat(link.get("enabled").asBoolean()).isTrue();

    assertThat(give(link, "one@team.example").status()).isEqualTo(200);

    JsonNode invitation =
        boss.get(inviting.invitations(acme) + "?search=one@team.example")
            .expect(200)
            .json()
            .at("/invitations/0");
    assertThat(invitation.get("linkId").asText()).isEqualTo(link.get("id").asText());
    assertThat(Json.texts(invitation.get("roles"), "name")).containsExactly("purchaser");
    inviting.link("one@team.example", 1);
    assertThat(read(link).get("uses").asInt()).isEqualTo(1);

    WebPage again = give(link, "ONE@team.example");
    WebPage member = give(link, "adam@acme.example");
    assertThat(end(again)).isEqualTo(end(member)).isEqualTo("companyEndMailed");
    assertThat(read(link).get("uses").asInt()).isEqualTo(1);
    assertThat(inviting.mailbox().to("adam@acme.example")).isEmpty();

    give(link, "two@team.example");
    assertThat(end(open(link))).isEqualTo("companyEndLinkOver");
    assertThat(inviting.mailbox().await("one@team.example", 1)).hasSize(1);
  }

  @Test
  void onlyTheDomainsOfTheLinkAreLetIn() {
    JsonNode link = create(boss, acme, Map.of("domains", List.of("Team.Example")));
    assertThat(Json.texts(link.get("domains"))).containsExactly("team.example");

    WebPage refused = give(link, "x@other.example");
    WebPage sub = give(link, "x@sub.team.example");
    WebPage none = give(link, "no-address");

    assertThat(List.of(refused.status(), sub.status(), none.status()))
        .containsExactly(400, 400, 400);
    assertThat(read(link).get("uses").asInt()).isZero();
    give(link, "domain@team.example");
    assertThat(read(link).get("uses").asInt()).isEqualTo(1);
  }

  @Test
  void aLinkIsSwitchedOffAndOnRenewedAndDeleted() {
    JsonNode link = create(boss, acme, Map.of("roles", roles("purchaser")));
    String path = path(acme) + "/" + link.get("id").asText();
    Reply read = boss.get(path).expect(200);
    Http exactly = boss.with("If-Match", read.header("ETag").orElseThrow());

    JsonNode off = exactly.put(path, Map.of("name", "Night", "enabled", false)).expect(200).json();
    assertThat(off.get("name").asText()).isEqualTo("Night");
    assertThat(off.get("roles").size()).isZero();
    assertThat(end(open(link))).isEqualTo("companyEndLinkOver");
    refused(exactly.put(path, Map.of("name", "Late")), 412, "version_conflict");
    boss.put(path, Map.of("name", "Night")).expect(200);
    assertThat(open(link).status()).isEqualTo(200);

    JsonNode renewed = boss.post(path + "/renew").expect(200).json();
    assertThat(renewed.get("link").asText()).isNotEqualTo(link.get("link").asText());
    assertThat(open(link).status()).isEqualTo(404);
    assertThat(open(renewed).status()).isEqualTo(200);

    boss.delete(path).expect(204);
    assertThat(open(renewed).status()).isEqualTo(404);
    refused(boss.get(path), 404, "invite_link_not_found");
    for (String kind :
        List.of(
            "INVITE_LINK_CREATED",
            "INVITE_LINK_CHANGED",
            "INVITE_LINK_RENEWED",
            "INVITE_LINK_DELETED")) {
      assertThat(Json.texts(inviting.activity(acme, kind), "subject"))
          .as(kind)
          .contains(link.get("id").asText());
    }
  }

  @Test
  void aLinkEndsWithTheRightsOfWhoMadeIt() {
    String org = inviting.company("rights");
    String adam = realm.member(org, "adam@rights.example", "administrator");
    JsonNode link = create(realm.as("adam@rights.example"), org, Map.of());
    assertThat(open(link).status()).isEqualTo(200);

    realm.setRoles(org, adam, "operator");

    assertThat(end(open(link))).isEqualTo("companyEndInviter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | invalid_invite_link",
        "{'name':' '} | invalid_invite_link",
        "{'name':'L','maxUses':0} | invalid_invite_link",
        "{'name':'L','maxUses':1000001} | invalid_invite_link",
        "{'name':'L','expires':'2001-01-01T00:00:00Z'} | invalid_invite_link",
        "{'name':'L','domains':['@team.example']} | invalid_invite_link",
        "{'name':'L','domains':[null]} | invalid_value",
        "{'name':'L','domains':'team.example'} | invalid_value",
        "{'name':'L','expires':'soon'} | invalid_value",
        "{'name':'L','roles':[{'role':'nothing'}]} | unknown_role",
        "{'name':'L','code':'chosen'} | unknown_field",
      })
  void whatIsNotWrittenAsItShouldBe(String body, String code) {
    refused(boss.send("POST", path(acme), "application/json", body.replace('\'', '"')), 400, code);
  }

  @Test
  void whoeverLacksRightOrRankMakesNone() {
    Http adam = realm.as("adam@acme.example");
    refused(
        adam.post(path(acme), Map.of("name", "Up", "roles", roles("director"))),
        403,
        "role_above_rank");
    JsonNode high = create(boss, acme, Map.of("roles", roles("director")));
    String path = path(acme) + "/" + high.get("id").asText();
    refused(adam.put(path, Map.of("name", "Mine")), 403, "role_above_rank");
    refused(adam.post(path + "/renew"), 403, "role_above_rank");
    refused(adam.delete(path), 403, "role_above_rank");
    refused(realm.as("blind@acme.example").get(path(acme)), 403, "not_permitted");
    refused(
        realm.as("blind@acme.example").post(path(acme), Map.of("name", "B")), 403, "not_permitted");

    String other = inviting.company("globex");
    Http stranger = inviting.boss("globex");
    for (String id : List.of(high.get("id").asText(), "nothing", "%00")) {
      String here = path(other) + "/" + id;
      refused(stranger.get(here), 404, "invite_link_not_found");
      refused(stranger.put(here, Map.of("name", "X")), 404, "invite_link_not_found");
      refused(stranger.post(here + "/renew"), 404, "invite_link_not_found");
      refused(stranger.delete(here), 404, "invite_link_not_found");
    }
    assertThat(read(high)).isEqualTo(high);
  }

  @Test
  void aCompanyHasFiftyAtMostAndRealmAdminsManageThemToo() {
    String org = inviting.company("fifty");
    String path = "/company/organizations/" + org + "/invite-links";
    Map<String, Object> body =
        Map.of("name", "Many", "expires", Instant.now().plus(30, ChronoUnit.DAYS).toString());
    for (int i = 0; i < 50; i++) {
      realm.admin().post(path, body).expect(201);
    }

    refused(realm.admin().post(path, body), 409, "too_many_invite_links");

    JsonNode links = realm.admin().get(path).expect(200).json();
    assertThat(links.size()).isEqualTo(50);
    String one = path + "/" + links.at("/0/id").asText();
    assertThat(realm.admin().post(one + "/renew", Map.of()).expect(200).json().at("/link").asText())
        .contains("/realms/linking/company/link/");
    realm.admin().delete(one).expect(204);
    realm.admin().post(path, body).expect(201);
  }

  private JsonNode create(Http who, String org, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", "Team");
    return who.post(path(org), body).expect(201).json();
  }

  private static List<Map<String, String>> roles(String role) {
    return List.of(Map.of("role", role));
  }

  private String path(String org) {
    return inviting.path(org, "/invite-links");
  }

  private JsonNode read(JsonNode link) {
    return boss.get(path(acme) + "/" + link.get("id").asText()).expect(200).json();
  }

  private static WebPage open(JsonNode link) {
    return new WebSession().open(URI.create(link.get("link").asText()));
  }

  private static WebPage give(JsonNode link, String email) {
    return open(link).submit("#company-link", Map.of("email", email));
  }

  private static String end(WebPage page) {
    var end = page.html().selectFirst("#company-end");
    return end == null ? page.text() : end.attr("data-end");
  }
}
