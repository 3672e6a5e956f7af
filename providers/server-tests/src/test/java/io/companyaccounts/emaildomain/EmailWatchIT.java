// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members whose address stops fitting: behind Keycloak's back, or since the company asks more. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailWatchIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OTHER_DOMAIN = "email_domain_not_accepted";
  private static final int AT_ONCE = 8;

  private final EmailRealm realm;

  EmailWatchIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    realm = EmailRealm.create(server, admin, mailbox, "email-watch");
  }

  @AfterAll
  void removeRealm() {
    realm.remove();
  }

  /** A company with a boss and Pia, who is signed in. */
  private final class Company {

    final String alias;
    final String org;
    final String bossId;
    final String pia;
    final String username;
    final Tokens signedIn;

    Company(String alias) {
      this.alias = alias;
      org = realm.realm().company(alias);
      bossId = realm.realm().member(org, "boss@" + alias + ".example", EmailRealm.CHIEF);
      username = "pia@" + alias + ".example";
      pia = realm.realm().member(org, username, "purchaser");
      signedIn = loginWithAll();
    }

    Tokens loginWithAll() {
      return realm.realm().shop().login(username, CompanyRealm.PASSWORD, "openid organization:*");
    }

    Company demanding(String... keysAndValues) {
      Map<String, String> attributes = new HashMap<>();
      for (int i = 0; i < keysAndValues.length; i += 2) {
        attributes.put(keysAndValues[i], keysAndValues[i + 1]);
      }
      realm.organization(org, alias, List.of(alias + ".example"), attributes);
      return this;
    }

    Company watching(String changed) {
      return demanding("company.emailDomain", "company-domains", "company.changedAddress", changed);
    }

    String bossMail() {
      return "boss@" + alias + ".example";
    }

    Http boss() {
      return realm.realm().as(bossMail());
    }

    WebPage login() {
      return loginOf(username);
    }

    Reply refresh() {
      return realm.realm().shop().refreshReply(signedIn);
    }

    JsonNode member() {
      return realm.member(org, pia).expect(200).json();
    }

    int activity(String kind) {
      return realm.activity(org, kind).size();
    }

    String path(String rest) {
      return realm.realm().path("/organizations/" + org + "/email-domains" + rest);
    }
  }

  private WebPage loginOf(String username) {
    return new WebSession()
        .open(realm.realm().shop().loginUri("openid"))
        .signIn(username, CompanyRealm.PASSWORD);
  }

  /** As a directory or a database would, without Keycloak's knowledge. */
  private void behindTheBack(String user, String email) {
    realm.update(
        "update UserEntity u set u.email = '"
            + email
            + "', u.emailConstraint = '"
            + email
            + "' where u.id = '"
            + user
            + "'");
  }

  private void graceIsOver(Company company) {
    realm.update(
        "update CompanyMember m set m.misfitUntil = 1000 where m.userId = '" + company.pia + "'");
  }

  private Mail mail(Company company, String subject) {
    return realm.mailbox().await(company.bossMail(), mail -> mail.subject().contains(subject));
  }

  private void isShutOut(Company company) {
    WebPage gate = company.login();
    assertThat(gate.status()).as(gate.text()).isEqualTo(403);
    assertThat(gate.html().expectFirst("#company-gate-reason").text())
        .isEqualTo(
            "Please use your business address. "
                + company.alias
                + " accepts addresses at "
                + company.alias
                + ".example.");
    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    assertThat(company.activity("MEMBER_BLOCKED")).isEqualTo(1);
    assertThat(mail(company, "no longer has access").subject())
        .isEqualTo("First Last no longer has access to " + company.alias);
    List<JsonNode> events = events(company, "MEMBER_BLOCKED");
    assertThat(events).hasSize(1);
    assertThat(company.refresh().status()).isEqualTo(400);
  }

  private List<JsonNode> events(Company company, String activity) {
    List<JsonNode> found = new ArrayList<>();
    realm
        .admin()
        .get("/admin-events?max=500&resourcePath=company/organizations/" + company.org + "/*")
        .expect(200)
        .json()
        .forEach(
            event -> {
              if (event.path("details").path("activity").asText().equals(activity)) {
                found.add(event);
              }
            });
    return found;
  }

  @Test
  void byWarningTheAdminsAreToldOnceAndNobodyIsShutOut() {
    Company company = new Company("warned").watching("warn");
    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_MISFIT")).isZero();

    behindTheBack(company.pia, "pia@elsewhere.example");

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.login().isBackAtApplication()).isTrue();
    company.refresh().expect(200);
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);
    assertThat(events(company, "ADDRESS_MISFIT")).hasSize(1);
    assertThat(company.member().hasNonNull("addressMisfitSince")).isTrue();
    assertThat(company.member().has("addressMisfitUntil")).isFalse();
    assertThat(mail(company, "address does not fit").requireText())
        .contains("Nothing has changed yet");
    JsonNode misfits = company.boss().get(company.path("/misfits")).expect(200).json();
    assertThat(misfits.at("/members/0/reason").asText()).isEqualTo(OTHER_DOMAIN);
    assertThat(misfits.at("/members/0/since").asText()).isNotBlank();

    behindTheBack(company.pia, company.username);

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_FITS")).isEqualTo(1);
    assertThat(events(company, "ADDRESS_FITS")).hasSize(1);
    assertThat(company.member().has("addressMisfitSince")).isFalse();
    assertThat(realm.mailbox().to(company.bossMail())).hasSize(1);
  }

  @Test
  void whoseGraceIsOverIsShutOutAtTheNextLoginAndReturnsWithTheRightAddress() {
    Company company =
        new Company("grace")
            .demanding(
                "company.emailDomain",
                "company-domains",
                "company.changedAddress",
                "grace",
                "company.changedAddress.days",
                "3");
    behindTheBack(company.pia, "pia@elsewhere-grace.example");

    company.refresh().expect(200);

    Instant until = Instant.parse(company.member().get("addressMisfitUntil").asText());
    assertThat(until)
        .isBetween(
            Instant.now().plus(Duration.ofHours(71)), Instant.now().plus(Duration.ofHours(73)));
    assertThat(mail(company, "address does not fit").requireText()).contains("ends on that day");
    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);

    graceIsOver(company);

    isShutOut(company);
    Reply refused = realm.state(company.alias, company.username, "ACTIVE", "purchaser");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(OTHER_DOMAIN);
    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    behindTheBack(company.pia, company.username);
    realm.state(company.alias, company.username, "ACTIVE", "purchaser").expect(200);
    assertThat(company.login().isBackAtApplication()).isTrue();
    JsonNode back = company.member();
    assertThat(back.has("addressMisfitSince")).isFalse();
    assertThat(Json.texts(back.get("roles"), "name")).containsExactly("purchaser");
  }

  @Test
  void whenGraceIsOverTheJobShutsOutWhoeverDoesNotSignIn() {
    Company company = new Company("job").watching("grace");
    behindTheBack(company.pia, "pia@elsewhere-job.example");
    company.refresh().expect(200);
    graceIsOver(company);

    String job = company.org + ":" + company.pia;
    new Http(realm.address(""))
        .post(
            realm.address("/company-probe/platform/jobs/" + job)
                + "?kind=company-address-misfit&organization="
                + company.org
                + "&user="
                + company.pia)
        .expect(204);

    assertThat(
            Waiting.until(PATIENCE, () -> company.member().get("state").asText().equals("BLOCKED")))
        .isTrue();
    isShutOut(company);
  }

  @Test
  void whoIsRefusedAtOnceGetsNoLogin() {
    Company company = new Company("refused").watching("refuse");
    behindTheBack(company.pia, "pia@elsewhere-refused.example");

    isShutOut(company);
    assertThat(company.activity("ADDRESS_MISFIT")).isZero();
  }

  @Test
  void whoIsRefusedAtOnceGetsNoNewToken() {
    Company company = new Company("token").watching("refuse");
    behindTheBack(company.pia, "pia@elsewhere-token.example");

    Reply refused = company.refresh().expect(400);

    assertThat(refused.json().get("error").asText()).isEqualTo("invalid_grant");
    assertThat(refused.json().get("error_description").asText())
        .isEqualTo("company_address_not_accepted");
    isShutOut(company);
  }

  @Test
  void whoHasAnotherCompanyKeepsThatOneAtLogin() {
    Company company = new Company("strict");
    realm.admin().addMember(realm.realm().company("open"), company.pia);
    Tokens before = company.loginWithAll();
    company.watching("refuse");
    behindTheBack(company.pia, "pia@elsewhere-strict.example");

    assertThat(company.login().isBackAtApplication()).isTrue();

    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    JsonNode claim = realm.realm().shop().refresh(before).accessClaims().get("organization");
    assertThat(Json.texts(claim)).containsExactly("open");
  }

  @Test
  void whoHasAnotherCompanyKeepsThatOneWithATokenOfBefore() {
    Company company = new Company("stricter");
    realm.admin().addMember(realm.realm().company("freer"), company.pia);
    Tokens before = company.loginWithAll();
    company.watching("refuse");
    behindTheBack(company.pia, "pia@elsewhere-stricter.example");

    // the token asked for would still name the company that is lost now
    realm.realm().shop().refreshReply(before).expect(400);

    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    assertThat(company.activity("MEMBER_BLOCKED")).isEqualTo(1);
    JsonNode claim = realm.realm().shop().refresh(before).accessClaims().get("organization");
    assertThat(Json.texts(claim)).containsExactly("freer");
  }

  @Test
  void theOwnerIsNeverShutOut() {
    Company company = new Company("owned");
    realm.realm().nameOwner(company.org, company.pia);
    company.watching("refuse");
    behindTheBack(company.pia, "pia@elsewhere-owned.example");

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.login().isBackAtApplication()).isTrue();
    company.refresh().expect(200);

    assertThat(company.member().get("state").asText()).isEqualTo("ACTIVE");
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);
    assertThat(mail(company, "address does not fit").requireText())
        .contains("Nothing has changed yet");
  }

  @ParameterizedTest
  @CsvSource({
    "grace, 200, ADDRESS_MISFIT, address does not fit",
    "refuse, 400, MEMBER_BLOCKED, no longer has access"
  })
  void manyRefreshesAtOnceAreNoticedOnce(
      String changed, int status, String activity, String subject) throws Exception {
    Company company = new Company("many-" + changed).watching(changed);
    List<Callable<Integer>> refreshes = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Tokens tokens = company.loginWithAll();
      refreshes.add(() -> realm.realm().shop().refreshReply(tokens).status());
    }
    behindTheBack(company.pia, "pia@elsewhere-many-" + changed + ".example");

    List<Integer> statuses = atOnce(refreshes);

    assertThat(statuses).containsOnly(status);
    assertThat(company.activity(activity)).isEqualTo(1);
    assertThat(events(company, activity)).hasSize(1);
    mail(company, subject);
    assertThat(company.refresh().status()).isEqualTo(status);
    assertThat(realm.mailbox().to(company.bossMail())).hasSize(1);
  }

  @Test
  void aDryRunListsWhoWouldNotFitAndChangesNothing() {
    Company company = new Company("dry");
    String out = realm.realm().member(company.org, "out@dry-other.example");
    Http boss = company.boss();
    Map<String, Object> rule = Map.of("policy", "company-domains");

    JsonNode page = boss.post(company.path("/dry-run"), rule).expect(200).json();

    assertThat(page.get("total").asInt()).isEqualTo(1);
    assertThat(page.at("/members/0/user").asText()).isEqualTo(out);
    assertThat(page.at("/members/0/reason").asText()).isEqualTo(OTHER_DOMAIN);
    assertThat(page.at("/members/0/text").asText()).isNotBlank();
    assertThat(page.at("/members/0/owner").asBoolean()).isFalse();
    assertThat(
            boss.post(company.path("/dry-run?first=1&max=1"), rule)
                .expect(200)
                .json()
                .get("members")
                .size())
        .isZero();
    Reply table = boss.with("Accept", "text/csv").post(company.path("/dry-run"), rule).expect(200);
    assertThat(table.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(table.body().lines())
        .hasSize(2)
        .first()
        .isEqualTo("user,username,name,email,reason,owner,since,until");
    assertThat(table.body()).contains("out@dry-other.example").contains(OTHER_DOMAIN);
    assertThat(boss.get(company.path("/misfits")).expect(200).json().get("total").asInt()).isZero();
    JsonNode policy = boss.get(company.path("")).expect(200).json();
    assertThat(policy.at("/own/policy").asText()).isEqualTo("any");
    assertThat(policy.get("version").asInt()).isZero();
    assertThat(Json.texts(policy.get("companyDomains"))).containsExactly("dry.example");
  }

  @Test
  void aRuleIsSetOnlyWhenItIsSaidWhatHappensToWhoDoesNotFit() {
    Company company = new Company("ruled");
    String out = realm.realm().member(company.org, "out@ruled-other.example");
    Http boss = company.boss();
    Reply read = boss.get(company.path("")).expect(200);
    Http exactly = boss.with("If-Match", read.header("ETag").orElseThrow());
    Map<String, Object> rule = Map.of("policy", "company-domains");

    Reply refused = boss.put(company.path(""), Map.of("rule", rule));

    refused(refused, 409, "members_would_not_fit");
    assertThat(refused.json().at("/details/count").asText()).isEqualTo("1");
    assertThat(boss.get(company.path("")).expect(200).body()).isEqualTo(read.body());
    assertThat(company.activity("EMAIL_RULE_CHANGED")).isZero();

    JsonNode set =
        exactly
            .put(
                company.path(""),
                Map.of("rule", rule, "misfits", Map.of("choice", "grace", "days", 5)))
            .expect(200)
            .json();
    assertThat(set.at("/own/policy").asText()).isEqualTo("company-domains");
    assertThat(set.get("version").asInt()).isEqualTo(1);
    refused(exactly.put(company.path(""), Map.of("rule", Map.of())), 412, "version_conflict");
    assertThat(
            Instant.parse(realm.member(company.org, out).json().get("addressMisfitUntil").asText()))
        .isAfter(Instant.now().plus(Duration.ofDays(4)));
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);
    assertThat(company.activity("EMAIL_RULE_CHANGED")).isEqualTo(1);
    mail(company, "address does not fit");

    assertThat(
            boss.post(company.path("/misfits"), Map.of("users", List.of(out), "choice", "block"))
                .expect(200)
                .json()
                .get("decided")
                .asInt())
        .isEqualTo(1);
    assertThat(realm.member(company.org, out).json().get("state").asText()).isEqualTo("BLOCKED");
    assertThat(boss.get(company.path("/misfits")).json().get("total").asInt()).isZero();
  }

  @Test
  void whoDoesNotFitIsBlockedAtOnceIfTheCompanyWantsThat() {
    Company company = new Company("blocking");
    String out = realm.realm().member(company.org, "out@blocking-other.example");

    company
        .boss()
        .put(
            company.path(""),
            Map.of(
                "rule", Map.of("policy", "company-domains"), "misfits", Map.of("choice", "block")))
        .expect(200);

    assertThat(realm.member(company.org, out).json().get("state").asText()).isEqualTo("BLOCKED");
    assertThat(company.member().get("state").asText()).isEqualTo("ACTIVE");
    assertThat(loginOf("out@blocking-other.example").status()).isEqualTo(403);
  }

  @Test
  void anExternalStaysOneUntilTheAddressFits() {
    Company company = new Company("externals").demanding("company.externals", "invited-only");
    String out = realm.realm().member(company.org, "out@externals-other.example", "purchaser");
    Http boss = company.boss();
    Map<String, Object> rule = Map.of("policy", "company-domains");
    refused(
        boss.put(
            company.path(""),
            Map.of("rule", rule, "misfits", Map.of("choice", "external", "role", "operator"))),
        400,
        "external_role_required");
    assertThat(realm.member(company.org, out).json().get("external").asBoolean()).isFalse();

    boss.put(
            company.path(""),
            Map.of("rule", rule, "misfits", Map.of("choice", "external", "role", "guest")))
        .expect(200);

    JsonNode external = realm.member(company.org, out).expect(200).json();
    assertThat(external.get("external").asBoolean()).isTrue();
    assertThat(Json.texts(external.get("roles"), "name")).containsExactly(EmailRealm.GUEST);
    String roles = realm.realm().path("/organizations/" + company.org + "/members/" + out);
    assertThat(boss.get(roles).expect(200).json().get("external").asBoolean()).isTrue();
    refused(
        boss.put(roles + "/roles", CompanyRealm.rolesBody("operator")),
        409,
        "role_not_for_externals");
    refused(
        boss.post(roles + "/roles", Map.of("role", "purchaser")), 409, "role_not_for_externals");
    refused(
        realm
            .admin()
            .put(
                "/company/organizations/" + company.org + "/members/" + out + "/roles",
                CompanyRealm.rolesBody("director")),
        409,
        "role_not_for_externals");
    refused(
        realm.admin().put("/company/organizations/" + company.org + "/owner", Map.of("user", out)),
        409,
        "member_external");
    refused(boss.delete(company.path("/externals/" + out)), 400, OTHER_DOMAIN);
    assertThat(loginOf("out@externals-other.example").isBackAtApplication()).isTrue();
    assertThat(boss.get(company.path("/misfits")).json().get("total").asInt()).isZero();
    assertThat(company.activity("MEMBER_EXTERNAL")).isEqualTo(1);

    behindTheBack(out, "out@externals.example");

    boss.delete(company.path("/externals/" + out)).expect(204);
    JsonNode ordinary = realm.member(company.org, out).json();
    assertThat(ordinary.get("external").asBoolean()).isFalse();
    assertThat(company.activity("MEMBER_ORDINARY")).isEqualTo(1);
    boss.put(roles + "/roles", CompanyRealm.rolesBody("operator")).expect(200);
  }

  @Test
  void aCompanyIsNeverWeakerThanItsVendor() {
    Company company = new Company("weaker").demanding("company.freemail", "refuse");
    Http boss = company.boss();

    Reply refused = boss.put(company.path(""), Map.of("rule", Map.of("freeMail", "single-seat")));

    refused(refused, 400, "weaker_than_vendor");
    assertThat(refused.json().at("/details/field").asText()).isEqualTo("freeMail");
    refused(boss.put(company.path(""), Map.of()), 400, "invalid_value");
    refused(
        boss.put(company.path(""), Map.of("rule", Map.of("policy", "nobody"))),
        400,
        "invalid_value");
    refused(
        boss.put(company.path(""), Map.of("rule", Map.of("allowed", List.of("no domain")))),
        400,
        "invalid_value");
    refused(
        boss.put(company.path(""), Map.of("rule", Map.of("colour", "red"))), 400, "unknown_field");
    boss.put(company.path(""), Map.of("rule", Map.of("roleAddress", "refuse"))).expect(200);
    JsonNode policy = boss.get(company.path("")).expect(200).json();
    assertThat(policy.at("/vendor/freeMail").asText()).isEqualTo("refuse");
    assertThat(policy.at("/own/freeMail").asText()).isEqualTo("refuse");
    assertThat(policy.at("/own/roleAddress").asText()).isEqualTo("refuse");
  }

  @Test
  void onlyWhoMayMakesRulesAndOnlyInTheirCompany() {
    Company company = new Company("mine");
    realm.realm().member(company.org, "dora@mine.example", "director");
    Company other = new Company("theirs");
    Http dora = realm.realm().as("dora@mine.example");
    Map<String, Object> change = Map.of("rule", Map.of("freeMail", "refuse"));

    refused(dora.get(company.path("")), 403, "not_permitted");
    refused(dora.put(company.path(""), change), 403, "not_permitted");
    refused(dora.post(company.path("/dry-run"), Map.of()), 403, "not_permitted");
    refused(dora.get(company.path("/misfits")), 403, "not_permitted");
    refused(dora.post(company.path("/misfits"), Map.of("choice", "block")), 403, "not_permitted");
    Http stranger = other.boss();
    assertThat(
            List.of(
                stranger.get(company.path("")).status(),
                stranger.put(company.path(""), change).status(),
                stranger.post(company.path("/dry-run"), Map.of()).status(),
                stranger.get(company.path("/misfits")).status(),
                stranger.delete(company.path("/externals/" + company.pia)).status()))
        .containsOnly(404);
    assertThat(company.boss().get(company.path("")).json().get("version").asInt()).isZero();
    realm
        .admin()
        .put("/company/organizations/" + company.org + "/email-domains", change)
        .expect(200);
  }

  @Test
  void ofManyWithFreeMailAtOnceOneGetsIn() throws Exception {
    String org = realm.realm().company("single");
    realm.organization(
        org, "single", List.of("single.example"), Map.of("company.freemail", "single-seat"));
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      String user = realm.admin().createUser("single" + i + "@gmail.com", CompanyRealm.PASSWORD);
      calls.add(() -> realm.admin().post("/organizations/" + org + "/members", user).status());
    }

    List<Integer> statuses = atOnce(calls);

    assertThat(Collections.frequency(statuses, 201)).as(statuses.toString()).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 400)).as(statuses.toString()).isEqualTo(AT_ONCE - 1);
    assertThat(realm.admin().get("/organizations/" + org + "/members").json().size()).isEqualTo(1);
  }

  /** Whether the answer is this refusal, with a text that says what to do. */
  private static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.request() + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
    assertThat(reply.json().path("errorMessage").asText()).isNotBlank();
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> waiting = new ArrayList<>();
      for (Callable<Integer> call : calls) {
        waiting.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : waiting) {
        statuses.add(each.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }
}
