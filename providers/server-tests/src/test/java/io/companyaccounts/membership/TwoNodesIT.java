// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.TwoNodeTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one node changes, the other knows at the next request. */
@TwoNodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

  private final KeycloakServer server;
  private final CompanyRealm realm;

  TwoNodesIT(KeycloakServer server, Admin admin) {
    this.server = server;
    realm = CompanyRealm.create(server, admin, "nodes");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void aRoleChangedOnOneNodeIsInTheNextTokenOfTheOther() {
    String org = realm.company("acme");
    realm.member(org, "boss@acme.example", "director");
    String worker = realm.member(org, "worker@acme.example");
    URI second = server.node(1).url();
    Tokens tokens =
        realm
            .shop()
            .at(second)
            .password("worker@acme.example", CompanyRealm.PASSWORD, RolesIT.scope("acme"));
    assertThat(RolesIT.shopPermissions(tokens.accessClaims(), "acme"))
        .containsExactly("order.request");

    Http boss = realm.as("boss@acme.example");
    boss.put(
            realm.path("/organizations/" + org + "/members/" + worker + "/roles"),
            rolesBody("purchaser"))
        .expect(200);

    assertThat(
            RolesIT.shopPermissions(realm.shop().at(second).refresh(tokens).accessClaims(), "acme"))
        .containsExactly("order.place", "order.request");
  }

  @Test
  void whoIsBlockedOnOneNodeIsOutOnTheOther() {
    String org = realm.company("globex");
    realm.member(org, "boss@globex.example", "director");
    realm.member(org, "worker@globex.example");
    URI second = server.node(1).url();
    Tokens tokens =
        realm
            .shop()
            .at(second)
            .password("worker@globex.example", CompanyRealm.PASSWORD, RolesIT.scope("globex"));
    realm.shop().at(second).refresh(tokens);

    realm
        .admin()
        .post(
            "/company/import",
            Map.of(
                "format",
                1,
                "organizations",
                List.of(
                    Map.of(
                        "alias",
                        "globex",
                        "members",
                        List.of(Map.of("username", "worker@globex.example", "state", "BLOCKED"))))))
        .expect(200);

    assertThat(realm.shop().at(second).refreshReply(tokens).status()).isEqualTo(400);
    assertThat(
            realm
                .shop()
                .at(second)
                .passwordReply("worker@globex.example", CompanyRealm.PASSWORD, "openid")
                .status())
        .isEqualTo(400);
  }
}
