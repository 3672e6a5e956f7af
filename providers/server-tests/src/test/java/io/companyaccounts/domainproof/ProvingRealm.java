// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A realm in which companies prove their domains, and the DNS that is asked. */
final class ProvingRealm {

  /** May change the settings of the company and nothing else. */
  static final String KEEPER = "keeper";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CompanyRealm realm;
  private final Mailbox mailbox;
  private final Http probe;

  private ProvingRealm(CompanyRealm realm, Mailbox mailbox) {
    this.realm = realm;
    this.mailbox = mailbox;
    probe =
        new Http(
            realm.server().url().resolve("/realms/" + realm.admin().name() + "/company-probe"));
  }

  static ProvingRealm create(KeycloakServer server, Admin admin, Mailbox mailbox, String name) {
    CompanyRealm realm = CompanyRealm.create(server, admin, name);
    Map<String, Object> settings = new HashMap<>();
    settings.put("realm", name);
    settings.put("accessTokenLifespan", 1800);
    settings.put("internationalizationEnabled", true);
    settings.put("supportedLocales", List.of("en", "de", "nl"));
    settings.put("defaultLocale", "en");
    realm.admin().put("", settings).expect(204);
    realm.admin().mailsTo(mailbox);
    realm.companyRole(KEEPER, 60, "company:settings.manage");
    return new ProvingRealm(realm, mailbox);
  }

  void remove() {
    realm.admin().remove();
  }

  CompanyRealm realm() {
    return realm;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** Makes a company with a keeper {@code keeper@<alias>.example}; returns the id. */
  String company(String alias) {
    String org = realm.company(alias);
    realm.member(org, "keeper@" + alias + ".example", KEEPER);
    return org;
  }

  Http keeper(String alias) {
    return realm.as("keeper@" + alias + ".example");
  }

  String domains(String org) {
    return realm.path("/organizations/" + org + "/domains");
  }

  /** What the realm admin sees of a domain. */
  JsonNode domain(String org, String name) {
    for (JsonNode each :
        realm.admin().get("/company/organizations/" + org + "/domains").expect(200).json()) {
      if (each.get("domain").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("No domain " + name);
  }

  String state(String org, String name) {
    return domain(org, name).get("state").asText();
  }

  Reply check(Http who, String org, String domain) {
    return who.post(domains(org) + "/" + domain + "/check");
  }

  /** Sets Keycloak's domains of a company as the console does, which always clears the flag. */
  void save(String org, String alias, String... domains) {
    realm
        .admin()
        .put(
            "/organizations/" + org,
            Map.of(
                "id", org,
                "name", alias,
                "alias", alias,
                "enabled", true,
                "domains",
                    Arrays.stream(domains)
                        .map(each -> Map.of("name", each, "verified", false))
                        .toList()))
        .expect(204);
  }

  /** Keycloak's own flag. */
  boolean verified(String org, String name) {
    for (JsonNode each :
        realm.admin().get("/organizations/" + org).expect(200).json().get("domains")) {
      if (each.get("name").asText().equals(name)) {
        return each.get("verified").asBoolean();
      }
    }
    throw new AssertionError("No domain " + name);
  }

  /** Puts the record of a domain into the DNS, among others. */
  void publish(String org, String name) {
    JsonNode domain = domain(org, name);
    dns(
        domain.get("recordName").asText(),
        "v=spf1 -all",
        "company-accounts=somebody-elses",
        domain.get("recordValue").asText());
  }

  /** Takes the record out of the DNS; what others put there stays. */
  void withdraw(String org, String name) {
    dns(domain(org, name).get("recordName").asText(), "company-accounts=somebody-elses");
  }

  void dns(String recordName, String... values) {
    probe.put("/platform/dns/" + recordName, List.of(values)).expect(204);
  }

  void dnsDown(String recordName) {
    probe.post("/platform/dns/" + recordName + "/down").expect(204);
  }

  void dnsSlow(long millis) {
    probe.post("/platform/dns/slow?millis=" + millis).expect(204);
  }

  JsonNode realDns(String recordName, String server) {
    return probe.get("/platform/dns/" + recordName + "/real?server=" + server).expect(200).json();
  }

  /** Turns the time of a missing record back. */
  void missingFor(String org, Duration time) {
    long since = System.currentTimeMillis() - time.toMillis();
    update("CompanyDomainProof d set d.missingSince = " + since + " where d.orgId = '" + org + "'");
  }

  /** Lets the job of a company's only domain be due, and waits until it has run. */
  void recheck(String org) {
    update(
        "JobEntity j set j.dueAt = 1 where j.kind = 'company-domain-proof' and j.subject in"
            + " (select d.id from CompanyDomainProof d where d.orgId = '"
            + org
            + "')");
    // a job that is due at once wakes the runner
    probe.post("/platform/jobs/wake-" + System.nanoTime()).expect(204);
    boolean ran = Waiting.until(PATIENCE, () -> count(JOB + " and j.dueAt = 1", org) == 0);
    assertThat(ran).as("the job ran").isTrue();
  }

  /** How many jobs look after the domains of a company. */
  int jobs(String org) {
    return count(JOB, org);
  }

  /** How many rows a company has. */
  int rows(String org) {
    return count("select count(d.id) from CompanyDomainProof d where d.orgId = '%s'", org);
  }

  private static final String JOB =
      "select count(j.id) from JobEntity j where j.kind = 'company-domain-proof' and j.subject in"
          + " (select d.id from CompanyDomainProof d where d.orgId = '%s')";

  private int count(String hql, String org) {
    return probe
        .post("/counts", Map.of("count", hql.formatted(org)))
        .expect(200)
        .json()
        .get("count")
        .asInt();
  }

  private void update(String what) {
    probe.post("/update", Map.of("hql", "update " + what)).expect(204);
  }

  JsonNode activity(String org, String kind) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/activity?kind=" + kind)
        .expect(200)
        .json()
        .get("entries");
  }

  /** The admin event of a kind, which must be there once. */
  JsonNode event(String org, String kind) {
    JsonNode events =
        realm
            .admin()
            .get("/admin-events?max=100&resourcePath=company/organizations/" + org + "/domains/*")
            .expect(200)
            .json();
    Optional<JsonNode> found = Optional.empty();
    for (JsonNode each : events) {
      if (each.get("details").get("activity").asText().equals(kind)) {
        assertThat(found).as("one event " + kind).isEmpty();
        found = Optional.of(each);
      }
    }
    return found.orElseThrow(() -> new AssertionError("No event " + kind + ": " + events));
  }

  /** Whether the answer is this refusal, with a text that says what to do. */
  static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.request() + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
    assertThat(reply.json().path("errorMessage").asText()).isNotBlank();
  }
}
