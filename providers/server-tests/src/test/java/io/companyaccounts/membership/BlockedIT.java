// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is blocked in a company is out of it: at logins, with old tokens, and on every way back. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockedIT {

  private final CompanyRealm realm;

  BlockedIT(KeycloakServer server, Admin admin) {
    realm = CompanyRealm.create(server, admin, "blocked");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void whoHasNoOtherCompanyIsOutAndComesBackWithTheRolesOfBefore() {
    String org = realm.company("acme");
    realm.member(org, "boss@acme.example", "director");
    String bob = realm.member(org, "bob@acme.example", "purchaser");
    String scope = "openid company offline_access organization:acme";
    Tokens before = realm.shop().login("bob@acme.example", CompanyRealm.PASSWORD, scope);

    state("acme", "bob@acme.example", "BLOCKED");

    Reply refresh = realm.shop().refreshReply(before).expect(400);
    assertThat(refresh.json().get("error").asText()).isEqualTo("invalid_grant");
    WebPage gate =
        new WebSession()
            .open(realm.shop().loginUri("openid"))
            .signIn("bob@acme.example", CompanyRealm.PASSWORD);
    assertThat(gate.isBackAtApplication()).isFalse();
    assertThat(gate.status()).isEqualTo(403);
    assertThat(gate.text()).contains("acme");
    assertThat(
            realm
                .shop()
                .passwordReply("bob@acme.example", CompanyRealm.PASSWORD, "openid")
                .status())
        .isEqualTo(400);

    Reply rejoin = realm.admin().post("/organizations/" + org + "/members", bob).expect(400);
    assertThat(rejoin.json().get("errorMessage").asText())
        .startsWith("This company has ended your access");
    assertThat(
            realm
                .admin()
                .get("/company/organizations/" + org + "/members/" + bob)
                .json()
                .get("state")
                .asText())
        .isEqualTo("BLOCKED");
    assertThat(
            realm
                .admin()
                .get("/company/organizations/" + org + "/members?state=blocked")
                .json()
                .get("total")
                .asInt())
        .isEqualTo(1);

    state("acme", "bob@acme.example", "ACTIVE");

    Tokens after =
        realm
            .shop()
            .login("bob@acme.example", CompanyRealm.PASSWORD, "openid company organization:acme");
    assertThat(after.accessClaims().at("/organization/acme/company_roles/0").asText())
        .isEqualTo("purchaser");
  }

  @Test
  void whoHasAnotherCompanyKeepsThatOne() {
    String first = realm.company("first");
    String second = realm.company("second");
    realm.member(first, "boss@first.example", "director");
    String eve = realm.member(first, "eve@first.example", "purchaser");
    realm.admin().addMember(second, eve);
    Tokens before =
        realm
            .shop()
            .login("eve@first.example", CompanyRealm.PASSWORD, "openid company organization:*");

    state("first", "eve@first.example", "BLOCKED");

    var claim = realm.shop().refresh(before).accessClaims().get("organization");
    assertThat(claim.has("first")).isFalse();
    assertThat(claim.has("second")).isTrue();
    assertThat(
            realm.as("eve@first.example").get(realm.path("/organizations/first/matrix")).status())
        .isEqualTo(404);
    realm.as("eve@first.example").get(realm.path("/organizations/second/matrix")).expect(200);
  }

  private void state(String alias, String username, String state) {
    Map<String, Object> member =
        Map.of("username", username, "state", state, "roles", List.of(Map.of("role", "purchaser")));
    realm
        .admin()
        .post(
            "/company/import",
            Map.of(
                "format",
                1,
                "organizations",
                List.of(Map.of("alias", alias, "members", List.of(member)))))
        .expect(200);
  }
}
