// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a company demands itself, and what happens to members who do not fit that. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailRuleIT {

  private static final String OTHER_DOMAIN = "email_domain_not_accepted";

  private final EmailRealm realm;

  EmailRuleIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    realm = EmailRealm.create(server, admin, mailbox, "email-rules");
  }

  @AfterAll
  void removeRealm() {
    realm.remove();
  }

  private WatchedCompany company(String alias) {
    return new WatchedCompany(realm, alias);
  }

  @Test
  void aDryRunListsWhoWouldNotFitAndChangesNothing() {
    WatchedCompany company = company("dry");
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

  /** Whoever comes another way must be let in as the person is, proven or not. */
  @Test
  void anInvitationThatIsWorthNothingLetsNobodyInFromOutside() {
    WatchedCompany company = company("worth");
    realm.organization(
        company.org,
        "worth",
        List.of("worth.example"),
        Map.of("company.emailDomain", "company-domains", "company.externals", "invited-only"));
    String email = "eve@worth-other.example";
    company
        .boss()
        .post(
            realm.realm().path("/organizations/" + company.org + "/invitations"),
            Map.of("email", email, "roles", List.of(Map.of("role", EmailRealm.GUEST))))
        .expect(201);
    String eve =
        realm.admin().createUser(email, CompanyRealm.PASSWORD, Map.of("emailVerified", false));

    Reply added = realm.admin().post("/organizations/" + company.org + "/members", eve);

    assertThat(added.status()).isEqualTo(400);
    assertThat(realm.member(company.org, eve).status()).isEqualTo(404);
  }

  @Test
  void theFirstMembersDomainStaysWhenSomebodyDecides() {
    WatchedCompany company = company("firsts");
    String out = realm.realm().member(company.org, "out@firsts-other.example");
    Http boss = company.boss();
    JsonNode set =
        boss.put(
                company.path(""),
                Map.of(
                    "rule", Map.of("policy", "first-member"), "misfits", Map.of("choice", "grace")))
            .expect(200)
            .json();

    assertThat(set.get("firstMemberDomain").asText()).isEqualTo("firsts.example");
    realm.realm().shop().password("out@firsts-other.example", CompanyRealm.PASSWORD, "openid");
    assertThat(realm.member(company.org, out).json().hasNonNull("addressMisfitUntil")).isTrue();
    assertThat(company.activity("ADDRESS_FITS")).isZero();
  }

  /** The lists name people, and a decision changes them. */
  @Test
  void anAdminWhoMayNotSeePeopleSetsTheRuleAlone() {
    WatchedCompany company = company("half");
    realm.realm().member(company.org, "out@half-other.example");
    String path =
        "/admin/realms/" + realm.admin().name() + "/company/organizations/half/email-domains";
    Http half = realm.adminWith("half@admins.example", "manage-organizations");
    Map<String, Object> rule = Map.of("refused", List.of("evil.org"), "externals", "none");

    half.get(path + "/misfits").expect(403);
    half.post(path + "/dry-run", rule).expect(403);
    half.post(path + "/misfits", Map.of("choice", "block")).expect(403);
    half.put(path, Map.of("rule", rule, "misfits", Map.of("choice", "block"))).expect(403);
    half.put(path, Map.of("rule", rule)).expect(200);

    Http whole = realm.adminWith("whole@admins.example", "manage-organizations", "manage-users");
    whole.get(path + "/misfits").expect(200);
    whole.post(path + "/misfits", Map.of("choice", "block")).expect(200);
  }

  @Test
  void aRuleIsSetOnlyWhenItIsSaidWhatHappensToWhoDoesNotFit() {
    WatchedCompany company = company("ruled");
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
    company.mail("address does not fit");

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
    WatchedCompany company = company("blocking");
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
    assertThat(realm.login("out@blocking-other.example").status()).isEqualTo(403);
  }

  @Test
  void anExternalStaysOneUntilTheAddressFits() {
    WatchedCompany company = company("externals").demanding("company.externals", "invited-only");
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
    assertThat(realm.login("out@externals-other.example").isBackAtApplication()).isTrue();
    assertThat(boss.get(company.path("/misfits")).json().get("total").asInt()).isZero();
    assertThat(company.activity("MEMBER_EXTERNAL")).isEqualTo(1);

    realm.behindTheBack(out, "out@externals.example");

    boss.delete(company.path("/externals/" + out)).expect(204);
    JsonNode ordinary = realm.member(company.org, out).json();
    assertThat(ordinary.get("external").asBoolean()).isFalse();
    assertThat(company.activity("MEMBER_ORDINARY")).isEqualTo(1);
    boss.put(roles + "/roles", CompanyRealm.rolesBody("operator")).expect(200);
  }

  @Test
  void aCompanyIsNeverWeakerThanItsVendor() {
    WatchedCompany company = company("weaker").demanding("company.freemail", "refuse");
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
    WatchedCompany company = company("mine");
    realm.realm().member(company.org, "dora@mine.example", "director");
    WatchedCompany other = company("theirs");
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

  /** Whether the answer is this refusal, with a text that says what to do. */
  private static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.request() + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
    assertThat(reply.json().path("errorMessage").asText()).isNotBlank();
  }
}
