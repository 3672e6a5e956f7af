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
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.AtOnce;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members whose address stops fitting behind Keycloak's back. */
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

  private WatchedCompany company(String alias) {
    return new WatchedCompany(realm, alias);
  }

  private void isShutOut(WatchedCompany company) {
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
    assertThat(company.mail("no longer has access").subject())
        .isEqualTo("First Last no longer has access to " + company.alias);
    List<JsonNode> events = events(company, "MEMBER_BLOCKED");
    assertThat(events).hasSize(1);
    assertThat(company.refresh().status()).isEqualTo(400);
  }

  private void graceIsOver(WatchedCompany company) {
    realm.update(
        "update CompanyMember m set m.misfitUntil = 1000 where m.userId = '" + company.pia + "'");
  }

  private List<JsonNode> events(WatchedCompany company, String activity) {
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
    WatchedCompany company = company("warned").watching("warn");
    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_MISFIT")).isZero();

    realm.behindTheBack(company.pia, "pia@elsewhere.example");

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.login().isBackAtApplication()).isTrue();
    company.refresh().expect(200);
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);
    assertThat(events(company, "ADDRESS_MISFIT")).hasSize(1);
    assertThat(company.member().hasNonNull("addressMisfitSince")).isTrue();
    assertThat(company.member().has("addressMisfitUntil")).isFalse();
    assertThat(company.mail("address does not fit").requireText())
        .contains("Nothing has changed yet");
    JsonNode misfits = company.boss().get(company.path("/misfits")).expect(200).json();
    assertThat(misfits.at("/members/0/reason").asText()).isEqualTo(OTHER_DOMAIN);
    assertThat(misfits.at("/members/0/since").asText()).isNotBlank();

    realm.behindTheBack(company.pia, company.username);

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_FITS")).isEqualTo(1);
    assertThat(events(company, "ADDRESS_FITS")).hasSize(1);
    assertThat(company.member().has("addressMisfitSince")).isFalse();
    assertThat(realm.mailbox().to(company.bossMail())).hasSize(1);
  }

  @Test
  void whoseGraceIsOverIsShutOutAtTheNextLoginAndReturnsWithTheRightAddress() {
    WatchedCompany company =
        company("grace")
            .demanding(
                "company.emailDomain",
                "company-domains",
                "company.changedAddress",
                "grace",
                "company.changedAddress.days",
                "3");
    realm.behindTheBack(company.pia, "pia@elsewhere-grace.example");

    company.refresh().expect(200);

    Instant until = Instant.parse(company.member().get("addressMisfitUntil").asText());
    assertThat(until)
        .isBetween(
            Instant.now().plus(Duration.ofHours(71)), Instant.now().plus(Duration.ofHours(73)));
    assertThat(company.mail("address does not fit").requireText()).contains("ends on that day");
    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);

    graceIsOver(company);

    isShutOut(company);
    Reply refused = realm.state(company.alias, company.username, "ACTIVE", "purchaser");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(OTHER_DOMAIN);
    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    realm.behindTheBack(company.pia, company.username);
    realm.state(company.alias, company.username, "ACTIVE", "purchaser").expect(200);
    assertThat(company.login().isBackAtApplication()).isTrue();
    JsonNode back = company.member();
    assertThat(back.has("addressMisfitSince")).isFalse();
    assertThat(Json.texts(back.get("roles"), "name")).containsExactly("purchaser");
  }

  @Test
  void whenGraceIsOverTheJobShutsOutWhoeverDoesNotSignIn() {
    WatchedCompany company = company("job").watching("grace");
    realm.behindTheBack(company.pia, "pia@elsewhere-job.example");
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
    WatchedCompany company = company("refused").watching("refuse");
    realm.behindTheBack(company.pia, "pia@elsewhere-refused.example");

    isShutOut(company);
    assertThat(company.activity("ADDRESS_MISFIT")).isZero();
  }

  @Test
  void whoIsRefusedAtOnceGetsNoNewToken() {
    WatchedCompany company = company("token").watching("refuse");
    realm.behindTheBack(company.pia, "pia@elsewhere-token.example");

    Reply refused = company.refresh().expect(400);

    assertThat(refused.json().get("error").asText()).isEqualTo("invalid_grant");
    assertThat(refused.json().get("error_description").asText())
        .isEqualTo("company_address_not_accepted");
    isShutOut(company);
  }

  @Test
  void whoHasAnotherCompanyKeepsThatOneAtLogin() {
    WatchedCompany company = company("strict");
    realm.admin().addMember(realm.realm().company("open"), company.pia);
    Tokens before = company.loginWithAll();
    company.watching("refuse");
    realm.behindTheBack(company.pia, "pia@elsewhere-strict.example");

    assertThat(company.login().isBackAtApplication()).isTrue();

    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    JsonNode claim = realm.realm().shop().refresh(before).accessClaims().get("organization");
    assertThat(Json.texts(claim)).containsExactly("open");
  }

  @Test
  void whoHasAnotherCompanyKeepsThatOneWithATokenOfBefore() {
    WatchedCompany company = company("stricter");
    realm.admin().addMember(realm.realm().company("freer"), company.pia);
    Tokens before = company.loginWithAll();
    company.watching("refuse");
    realm.behindTheBack(company.pia, "pia@elsewhere-stricter.example");

    // the token asked for would still name the company that is lost now
    realm.realm().shop().refreshReply(before).expect(400);

    assertThat(company.member().get("state").asText()).isEqualTo("BLOCKED");
    assertThat(company.activity("MEMBER_BLOCKED")).isEqualTo(1);
    JsonNode claim = realm.realm().shop().refresh(before).accessClaims().get("organization");
    assertThat(Json.texts(claim)).containsExactly("freer");
  }

  @Test
  void theOwnerIsNeverShutOut() {
    WatchedCompany company = company("owned");
    realm.realm().nameOwner(company.org, company.pia);
    company.watching("refuse");
    realm.behindTheBack(company.pia, "pia@elsewhere-owned.example");

    assertThat(company.login().isBackAtApplication()).isTrue();
    assertThat(company.login().isBackAtApplication()).isTrue();
    company.refresh().expect(200);

    assertThat(company.member().get("state").asText()).isEqualTo("ACTIVE");
    assertThat(company.activity("ADDRESS_MISFIT")).isEqualTo(1);
    assertThat(company.mail("address does not fit").requireText())
        .contains("Nothing has changed yet");
  }

  @ParameterizedTest
  @CsvSource({
    "grace, 200, ADDRESS_MISFIT, address does not fit",
    "refuse, 400, MEMBER_BLOCKED, no longer has access"
  })
  void manyRefreshesAtOnceAreNoticedOnce(
      String changed, int status, String activity, String subject) throws Exception {
    WatchedCompany company = company("many-" + changed).watching(changed);
    List<Callable<Integer>> refreshes = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Tokens tokens = company.loginWithAll();
      refreshes.add(() -> realm.realm().shop().refreshReply(tokens).status());
    }
    realm.behindTheBack(company.pia, "pia@elsewhere-many-" + changed + ".example");

    List<Integer> statuses = AtOnce.run(refreshes);

    assertThat(statuses).containsOnly(status);
    assertThat(company.activity(activity)).isEqualTo(1);
    assertThat(events(company, activity)).hasSize(1);
    company.mail(subject);
    assertThat(company.refresh().status()).isEqualTo(status);
    assertThat(realm.mailbox().to(company.bossMail())).hasSize(1);
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

    List<Integer> statuses = AtOnce.run(calls);

    assertThat(Collections.frequency(statuses, 201)).as(statuses.toString()).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 400)).as(statuses.toString()).isEqualTo(AT_ONCE - 1);
    assertThat(realm.admin().get("/organizations/" + org + "/members").json().size()).isEqualTo(1);
  }
}
