// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static io.companyaccounts.domainproof.ProvingRealm.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A domain is proven, loses its record, and comes back; whatever else happens changes nothing. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainProofIT {

  private final ProvingRealm proving;
  private final CompanyRealm realm;
  private final Mailbox mailbox;

  DomainProofIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    proving = ProvingRealm.create(server, admin, mailbox, "proving");
    realm = proving.realm();
    this.mailbox = mailbox;
  }

  @AfterAll
  void removeRealm() {
    proving.remove();
  }

  @Test
  void aDomainIsProvenLosesItsRecordAndComesBack() {
    String org = proving.company("acme");
    String domain = "acme.example";
    owner(org, "olga@acme.example");
    realm.member(org, "worker@acme.example");
    Http keeper = proving.keeper("acme");

    JsonNode unproven = proving.domain(org, domain);
    assertThat(unproven.get("state").asText()).isEqualTo("UNPROVEN");
    assertThat(unproven.get("recordName").asText()).isEqualTo("_company-accounts.acme.example");
    assertThat(unproven.get("recordValue").asText()).matches("company-accounts=[\\w-]{32}");
    assertThat(unproven.has("checkedAt")).isFalse();
    assertThat(proving.domain(org, domain)).isEqualTo(unproven);
    assertThat(proving.rows(org)).as("reading writes nothing").isZero();

    JsonNode checked = proving.check(keeper, org, domain).expect(200).json();
    assertThat(checked.get("state").asText()).isEqualTo("UNPROVEN");
    assertThat(checked.get("recordValue")).isEqualTo(unproven.get("recordValue"));
    assertThat(checked.has("checkedAt")).isTrue();
    assertThat(proving.verified(org, domain)).isFalse();
    assertThat(proving.jobs(org)).isZero();

    proving.publish(org, domain);
    JsonNode proven = proving.check(keeper, org, domain).expect(200).json();
    assertThat(proven.get("state").asText()).isEqualTo("PROVEN");
    assertThat(proven.has("provenAt")).isTrue();
    assertThat(proving.verified(org, domain)).isTrue();
    assertThat(proving.jobs(org)).isEqualTo(1);
    proving.check(keeper, org, domain).expect(200);
    proving.recheck(org);
    assertThat(proving.activity(org, "DOMAIN_PROVEN")).hasSize(1);
    JsonNode event = proving.event(org, "DOMAIN_PROVEN");
    assertThat(event.get("resourceType").asText()).isEqualTo("COMPANY_DOMAIN");
    assertThat(event.get("details").get("subject").asText()).isEqualTo(domain);
    assertThat(event.get("details").get("actor").asText()).isEqualTo("MEMBER");

    proving.withdraw(org, domain);
    proving.recheck(org);
    JsonNode missing = proving.domain(org, domain);
    assertThat(missing.get("state").asText()).isEqualTo("MISSING");
    Instant until = Instant.parse(missing.get("countsUntil").asText());
    assertThat(until)
        .isBetween(
            Instant.now().plus(Duration.ofDays(7)).minusSeconds(120),
            Instant.now().plus(Duration.ofDays(7)));
    assertThat(missing.get("provenAt")).isEqualTo(proven.get("provenAt"));
    assertThat(proving.verified(org, domain)).isTrue();
    Mail warning = mailbox.await("keeper@acme.example");
    assertThat(warning.subject()).isEqualTo("The record of acme.example is missing (acme)");
    assertThat(warning.requireText())
        .contains("counts as proven until")
        .contains("_company-accounts.acme.example")
        .contains(unproven.get("recordValue").asText());
    assertThat(warning.requireHtml()).contains("<code>_company-accounts.acme.example</code>");
    assertThat(mailbox.await("olga@acme.example").subject())
        .isEqualTo("Der Eintrag von acme.example fehlt (acme)");
    assertThat(proving.activity(org, "DOMAIN_MISSING").get(0).get("details").get("until").asText())
        .isEqualTo(until.toString());
    assertThat(proving.event(org, "DOMAIN_MISSING").get("details").get("actor").asText())
        .isEqualTo("SYSTEM");

    proving.recheck(org);
    assertThat(proving.domain(org, domain).get("countsUntil"))
        .isEqualTo(missing.get("countsUntil"));
    proving.missingFor(org, Duration.ofDays(8));
    proving.recheck(org);
    assertThat(proving.state(org, domain)).isEqualTo("LOST");
    assertThat(proving.verified(org, domain)).isFalse();
    assertThat(proving.jobs(org)).isZero();
    assertThat(mailbox.await("keeper@acme.example", 2).get(1).subject())
        .isEqualTo("acme.example is no longer a proven domain of acme");
    Mail lost = mailbox.await("olga@acme.example", 2).get(1);
    assertThat(lost.subject())
        .isEqualTo("acme.example ist keine nachgewiesene Domain von acme mehr");
    assertThat(lost.requireText()).contains("tragen Sie den Eintrag im DNS ein");
    assertThat(mailbox.to("worker@acme.example")).isEmpty();
    assertThat(proving.activity(org, "DOMAIN_LOST")).hasSize(1);
    proving.event(org, "DOMAIN_LOST");

    proving.publish(org, domain);
    JsonNode back = proving.check(keeper, org, domain).expect(200).json();
    assertThat(back.get("state").asText()).isEqualTo("PROVEN");
    assertThat(back.has("countsUntil")).isFalse();
    assertThat(proving.verified(org, domain)).isTrue();
    assertThat(proving.jobs(org)).isEqualTo(1);
    assertThat(proving.activity(org, "DOMAIN_PROVEN")).hasSize(2);
  }

  @Test
  void aRecordThatIsBackInTimeHasNeverBeenAway() {
    String org = proving.company("brief");
    String domain = "brief.example";
    JsonNode proven = prove(org, "brief");
    proving.withdraw(org, domain);
    JsonNode missing = proving.check(proving.keeper("brief"), org, domain).expect(200).json();
    assertThat(missing.get("state").asText()).isEqualTo("MISSING");

    proving.publish(org, domain);
    proving.recheck(org);

    JsonNode back = proving.domain(org, domain);
    assertThat(back.get("state").asText()).isEqualTo("PROVEN");
    assertThat(back.get("provenAt")).isEqualTo(proven.get("provenAt"));
    assertThat(proving.jobs(org)).isEqualTo(1);
  }

  @Test
  void aDnsThatIsDownChangesNothing() {
    String org = proving.company("down");
    String domain = "down.example";
    String name = "_company-accounts.down.example";
    Http keeper = proving.keeper("down");
    proving.dnsDown(name);
    refused(proving.check(keeper, org, domain), 503, "dns_unavailable");
    assertThat(proving.rows(org)).isZero();
    JsonNode proven = prove(org, "down");

    proving.dnsDown(name);
    refused(proving.check(keeper, org, domain), 503, "dns_unavailable");
    proving.recheck(org);
    assertThat(proving.domain(org, domain)).isEqualTo(proven);
    assertThat(proving.jobs(org)).isEqualTo(1);

    proving.withdraw(org, domain);
    proving.recheck(org);
    proving.missingFor(org, Duration.ofDays(30));
    JsonNode missing = proving.domain(org, domain);
    proving.dnsDown(name);
    proving.recheck(org);
    assertThat(proving.domain(org, domain)).isEqualTo(missing);
    assertThat(missing.get("state").asText()).isEqualTo("MISSING");
    assertThat(proving.verified(org, domain)).isTrue();
  }

  @Test
  void aSaveInTheConsoleClearsTheFlagAndNothingElse() {
    String org = proving.company("console");
    String domain = "console.example";
    prove(org, "console");

    proving.save(org, "console", domain, "more.example");
    assertThat(proving.verified(org, domain)).isFalse();
    assertThat(proving.state(org, domain)).isEqualTo("PROVEN");
    assertThat(proving.state(org, "more.example")).isEqualTo("UNPROVEN");

    proving.check(proving.keeper("console"), org, domain).expect(200);
    assertThat(proving.verified(org, domain)).isTrue();
    assertThat(proving.verified(org, "more.example")).isFalse();
    assertThat(proving.activity(org, "DOMAIN_PROVEN")).hasSize(1);
  }

  @Test
  void aDomainThatIsTakenOutTakesItsProofAlong() {
    String org = proving.company("moving");
    prove(org, "moving");
    String value = proving.domain(org, "moving.example").get("recordValue").asText();

    proving.save(org, "moving", "elsewhere.example");
    proving.recheck(org);
    assertThat(proving.rows(org)).isZero();
    refused(
        proving.check(proving.keeper("moving"), org, "moving.example"), 404, "domain_not_found");

    proving.save(org, "moving", "moving.example", "elsewhere.example");
    assertThat(proving.state(org, "moving.example")).isEqualTo("UNPROVEN");
    assertThat(proving.domain(org, "moving.example").get("recordValue").asText()).isEqualTo(value);
    prove(org, "moving");
    proving.save(org, "moving", "elsewhere.example");
    proving.check(proving.keeper("moving"), org, "elsewhere.example").expect(200);
    assertThat(proving.rows(org)).as("the next check tidies up").isEqualTo(1);
  }

  @Test
  void aRemovedCompanyLeavesNothing() {
    String org = proving.company("gone");
    prove(org, "gone");

    realm.admin().delete("/organizations/" + org).expect(204);

    assertThat(proving.rows(org)).isZero();
  }

  @Test
  void aWildcardIsProvenByItsBase() {
    String org = proving.company("wild");
    proving.save(org, "wild", "*.wild.example", "wild.example", "sub.wild.example");
    assertThat(proving.domain(org, "*.wild.example").get("recordName").asText())
        .isEqualTo("_company-accounts.wild.example");
    proving.publish(org, "*.wild.example");

    JsonNode checked =
        proving.check(proving.keeper("wild"), org, "%2A.wild.example").expect(200).json();

    assertThat(checked.get("domain").asText()).isEqualTo("*.wild.example");
    assertThat(checked.get("state").asText()).isEqualTo("PROVEN");
    assertThat(proving.state(org, "wild.example")).isEqualTo("PROVEN");
    assertThat(proving.state(org, "sub.wild.example")).isEqualTo("UNPROVEN");
    assertThat(proving.verified(org, "*.wild.example")).isTrue();
    assertThat(proving.verified(org, "wild.example")).isTrue();
    assertThat(proving.verified(org, "sub.wild.example")).isFalse();
    assertThat(proving.activity(org, "DOMAIN_PROVEN")).hasSize(1);
  }

  @Test
  void twoCompaniesNeverProveADomainByTheSameRecord() {
    String org = proving.company("first");
    prove(org, "first");
    Map<String, Object> same =
        Map.of(
            "name", "second",
            "alias", "second",
            "domains", List.of(Map.of("name", "first.example")));
    Reply refusal = realm.admin().post("/organizations", same);
    assertThat(refusal.status()).as(refusal.body()).isIn(400, 409);

    String wide = proving.company("wide");
    proving.save(wide, "wide", "*.first.example");
    JsonNode checked =
        proving.check(proving.keeper("wide"), wide, "*.first.example").expect(200).json();
    assertThat(checked.get("recordName").asText()).isEqualTo("_company-accounts.first.example");
    assertThat(checked.get("state").asText()).isEqualTo("UNPROVEN");
    assertThat(checked.get("recordValue"))
        .isNotEqualTo(proving.domain(org, "first.example").get("recordValue"));
  }

  @Test
  void aNewCodeNeedsANewRecord() {
    String org = proving.company("renew");
    String domain = "renew.example";
    Http keeper = proving.keeper("renew");
    String path = proving.domains(org) + "/" + domain + "/renew";
    String first = proving.domain(org, domain).get("recordValue").asText();
    String second = keeper.post(path).expect(200).json().get("recordValue").asText();
    assertThat(second).isNotEqualTo(first);
    prove(org, "renew");

    refused(keeper.post(path), 409, "domain_proven");
    refused(keeper.post(path, Map.of("force", false)), 409, "domain_proven");
    refused(keeper.post(path, Map.of("now", true)), 400, "unknown_field");
    assertThat(proving.state(org, domain)).isEqualTo("PROVEN");

    JsonNode renewed = keeper.post(path, Map.of("force", true)).expect(200).json();
    assertThat(renewed.get("state").asText()).isEqualTo("UNPROVEN");
    assertThat(renewed.has("provenAt")).isFalse();
    assertThat(renewed.get("recordValue").asText()).isNotIn(first, second);
    assertThat(proving.verified(org, domain)).isFalse();
    assertThat(proving.jobs(org)).isZero();
    assertThat(proving.check(keeper, org, domain).expect(200).json().get("state").asText())
        .isEqualTo("UNPROVEN");
    assertThat(proving.activity(org, "DOMAIN_CODE_RENEWED")).hasSize(2);
    prove(org, "renew");
  }

  @Test
  void twoChecksAtOnceAreOneProof() {
    String org = proving.company("twice");
    Http keeper = proving.keeper("twice");
    proving.publish(org, "twice.example");
    proving.dnsSlow(700);
    try {
      List<CompletableFuture<Reply>> checks =
          Stream.of(1, 2, 3)
              .map(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> proving.check(keeper, org, "twice.example")))
              .toList();
      for (CompletableFuture<Reply> check : checks) {
        assertThat(check.join().expect(200).json().get("state").asText()).isEqualTo("PROVEN");
      }
    } finally {
      proving.dnsSlow(0);
    }
    assertThat(proving.rows(org)).isEqualTo(1);
    assertThat(proving.jobs(org)).isEqualTo(1);
    assertThat(proving.activity(org, "DOMAIN_PROVEN")).hasSize(1);
  }

  @Test
  void nobodyAsksTheDnsWithoutEnd() {
    String org = proving.company("often");
    Http keeper = proving.keeper("often");
    for (int i = 0; i < 30; i++) {
      proving.check(keeper, org, "often.example").expect(200);
    }

    refused(proving.check(keeper, org, "often.example"), 429, "too_many_checks");
    refused(
        realm.admin().post(adminPath(org) + "/often.example/check", Map.of()),
        429,
        "too_many_checks");
    assertThat(proving.state(org, "often.example")).isEqualTo("UNPROVEN");
  }

  @Test
  void whoMayNotChangeTheSettingsSeesNothing() {
    String org = proving.company("closed");
    realm.member(org, "worker@closed.example", "purchaser");
    Http worker = realm.as("worker@closed.example");

    refused(worker.get(proving.domains(org)), 403, "not_permitted");
    refused(proving.check(worker, org, "closed.example"), 403, "not_permitted");
    refused(worker.post(proving.domains(org) + "/closed.example/renew"), 403, "not_permitted");
    assertThat(proving.rows(org)).isZero();
    assertThat(proving.activity(org, "REFUSED").size()).isPositive();
  }

  @Test
  void whatBelongsToAnotherCompanyDoesNotExist() {
    String org = proving.company("mine");
    proving.company("stranger");
    Http stranger = proving.keeper("stranger");

    refused(stranger.get(proving.domains(org)), 404, "organization_not_found");
    refused(proving.check(stranger, org, "mine.example"), 404, "organization_not_found");
    Http keeper = proving.keeper("mine");
    for (String domain : List.of("stranger.example", "nothing", "%00", "*.", "a..b")) {
      refused(proving.check(keeper, org, domain), 404, "domain_not_found");
      refused(keeper.post(proving.domains(org) + "/" + domain + "/renew"), 404, "domain_not_found");
    }
  }

  @Test
  void aRealmAdminNeedsTheRightToManageOrganizations() {
    String org = proving.company("admins");
    Http users = realmAdmin("users@admins.example", "view-users", "manage-users");
    Http viewer = realmAdmin("viewer@admins.example", "view-organizations");
    Http manager = realmAdmin("manager@admins.example", "manage-organizations");
    String path = realm.admin().path(adminPath(org));

    assertThat(users.get(path).status()).isIn(403, 404);
    assertThat(users.post(path + "/admins.example/check").status()).isIn(403, 404);
    viewer.get(path).expect(200);
    viewer.post(path + "/admins.example/check").expect(403);
    viewer.post(path + "/admins.example/renew").expect(403);
    manager.post(path + "/admins.example/check").expect(200);
    manager.post(path + "/admins.example/renew").expect(200);
  }

  @Test
  void theServerCanAskARealDns() throws IOException {
    try (DnsServer dns = DnsServer.start("company-accounts=c0de")) {
      String server = realm.server().hostOfTests() + ":" + dns.port();

      assertThat(proving.realDns("_company-accounts.acme.example", server).get("answer").asText())
          .isEqualTo("Found[values=[company-accounts=c0de]]");
    }
  }

  private static String adminPath(String org) {
    return "/company/organizations/" + org + "/domains";
  }

  private JsonNode prove(String org, String alias) {
    proving.publish(org, alias + ".example");
    JsonNode proven =
        proving.check(proving.keeper(alias), org, alias + ".example").expect(200).json();
    assertThat(proven.get("state").asText()).isEqualTo("PROVEN");
    return proven;
  }

  /** The owner reads German. */
  private void owner(String org, String email) {
    String id =
        realm
            .admin()
            .createUser(
                email,
                CompanyRealm.PASSWORD,
                Map.of("attributes", Map.of("locale", List.of("de"))));
    realm.admin().addMember(org, id);
    realm.nameOwner(org, id);
  }

  private Http realmAdmin(String email, String... roles) {
    String id = realm.admin().createUser(email, CompanyRealm.PASSWORD);
    String management = realm.admin().clientUuid("realm-management");
    realm
        .admin()
        .post(
            "/users/" + id + "/role-mappings/clients/" + management,
            Stream.of(roles).map(role -> realm.clientRole("realm-management", role)).toList())
        .expect(204);
    return new Http(realm.server().url())
        .as(realm.shop().password(email, CompanyRealm.PASSWORD, "openid").access());
  }
}
