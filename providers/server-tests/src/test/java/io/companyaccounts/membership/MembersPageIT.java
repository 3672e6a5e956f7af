// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import io.companyaccounts.support.server.Statements;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of members are right, and cost the same however large the company is. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersPageIT {

  private final KeycloakServer server;
  private final CompanyRealm realm;

  MembersPageIT(KeycloakServer server, Admin admin) {
    this.server = server;
    realm = CompanyRealm.create(server, admin, "pages");
    realm.admin().put("", Map.of("realm", "pages", "accessTokenLifespan", 1800)).expect(204);
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void aPageOfTwentyTakesThreeStatementsAtEverySize() {
    for (int size : new int[] {100, 1_000, 10_000}) {
      String org = filled("c" + size, size);
      Http boss = realm.as("boss@c" + size + ".example");
      String path = realm.path("/organizations/" + org + "/members");
      measure(size, "first page", boss, path + "?max=20");
      measure(size, "middle page", boss, path + "?max=20&first=" + size / 2);
      measure(size, "search", boss, path + "?max=20&search=last1");
      JsonNode page = boss.get(path + "?max=20&first=20").expect(200).json();
      assertThat(page.get("total").asInt()).isEqualTo(Math.min(size + 1, 10_000));
      assertThat(page.get("totalCapped").asBoolean()).isEqualTo(size + 1 > 10_000);
      assertThat(page.get("members").size()).isEqualTo(20);
    }
  }

  private void measure(int size, String what, Http boss, String path) {
    Statements.Count count = server.node(0).statements().of(() -> boss.get(path).expect(200));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      boss.get(path).expect(200);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        "members of %,d, %s: %s statements, best %.1f ms%n",
        size, what, count.samples(), best / 1e6);
    assertThat(count.minimum()).isLessThanOrEqualTo(3);
  }

  @Test
  void searchFiltersSortAndPagesGoTogether() {
    String org = realm.company("small");
    realm.member(org, "boss@small.example", "director");
    String zoe = person(org, "zoe@small.example", "Zoë", "Ärmel");
    person(org, "abe@small.example", "Abe", "Ymir");
    person(org, "under_score@small.example", "Una", "Score");
    realm.setRoles(org, zoe, "purchaser");
    Http boss = realm.as("boss@small.example");
    String path = realm.path("/organizations/" + org + "/members");

    assertThat(names(boss, path)).isEqualTo("abe boss under_score zoe ");
    assertThat(names(boss, path + "?sort=-username")).isEqualTo("zoe under_score boss abe ");
    assertThat(names(boss, path + "?max=2&first=1")).isEqualTo("boss under_score ");
    assertThat(names(boss, path + "?search=ymir%20ABE")).isEqualTo("abe ");
    assertThat(names(boss, path + "?search=_")).isEqualTo("under_score ");
    assertThat(names(boss, path + "?search=%25")).isEmpty();
    assertThat(names(boss, path + "?search=nobody")).isEmpty();
    assertThat(names(boss, path + "?role=purchaser")).isEqualTo("zoe ");
    assertThat(names(boss, path + "?role=operator")).isEqualTo("abe under_score ");
    assertThat(names(boss, path + "?state=blocked")).isEmpty();
    assertThat(boss.get(path + "?first=50").expect(200).json().get("total").asInt()).isEqualTo(4);
    assertThat(boss.get(path + "?search=ymir").expect(200).json().get("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void aRefreshOfAMemberTakesOneStatementMoreThanWithoutTheScopeAndNobodyElsePays() {
    String org = realm.company("refresh");
    realm.member(org, "m@refresh.example", "purchaser");
    realm.admin().createUser("alone@refresh.example", CompanyRealm.PASSWORD);

    long with = refreshCost("m@refresh.example", "openid company organization:refresh");
    long without = refreshCost("m@refresh.example", "openid organization:refresh");
    long alone = refreshCost("alone@refresh.example", "openid company organization:*");
    long plain = refreshCost("alone@refresh.example", "openid organization:*");

    System.out.printf(
        "refresh: member %d statements with the scope, %d without; no company %d and %d%n",
        with, without, alone, plain);
    assertThat(with - without).isLessThanOrEqualTo(1);
    assertThat(alone - plain).isLessThanOrEqualTo(0);
  }

  private long refreshCost(String email, String scope) {
    var tokens = realm.shop().password(email, CompanyRealm.PASSWORD, scope);
    return server.node(0).statements().of(() -> realm.shop().refresh(tokens)).minimum();
  }

  private String filled(String alias, int size) {
    String org = realm.company(alias);
    realm.member(org, "boss@" + alias + ".example", "director");
    new Http(server.url())
        .post("/realms/pages/company-probe/organizations/" + org + "/bulk-members/" + size)
        .expect(204);
    return org;
  }

  private String person(String org, String email, String first, String last) {
    String id =
        realm
            .admin()
            .createUser(email, CompanyRealm.PASSWORD, Map.of("firstName", first, "lastName", last));
    realm.admin().addMember(org, id);
    return id;
  }

  private static String names(Http boss, String path) {
    StringBuilder names = new StringBuilder();
    for (JsonNode member : boss.get(path).expect(200).json().get("members")) {
      names.append(member.get("username").asText().split("@")[0]).append(' ');
    }
    return names.toString();
  }
}
