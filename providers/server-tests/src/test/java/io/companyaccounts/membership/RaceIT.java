// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.support.company.CompanyRealm.rolesBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.AtOnce;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two admins at once. The short form runs a few rounds; the long one is asked for with {@code
 * -Dcompany.race.rounds=200}.
 */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceIT {

  private static final int ROUNDS = Integer.getInteger("company.race.rounds", 5);

  private final CompanyRealm realm;

  RaceIT(KeycloakServer server, Admin admin) {
    realm = CompanyRealm.create(server, admin, "race");
    realm.admin().put("", Map.of("realm", "race", "accessTokenLifespan", 3600)).expect(204);
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void twoAdminsWhoChangeTheSameMemberLeaveOneOfTheTwoStates() throws Exception {
    String org = realm.company("same");
    realm.member(org, "one@same.example", "director");
    realm.member(org, "two@same.example", "director");
    String worker = realm.member(org, "worker@same.example");
    Http one = realm.as("one@same.example");
    Http two = realm.as("two@same.example");
    String path = realm.path("/organizations/" + org + "/members/" + worker + "/roles");
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies =
          AtOnce.run(
              List.of(
                  () -> one.put(path, rolesBody("purchaser")),
                  () -> two.put(path, rolesBody("operator", "administrator"))));
      assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
      JsonNode member =
          one.get(realm.path("/organizations/" + org + "/members/" + worker)).expect(200).json();
      List<String> names = member.get("roles").findValuesAsText("name");
      assertThat(Set.copyOf(names)).isIn(Set.of("purchaser"), Set.of("operator", "administrator"));
    }
  }

  @Test
  void ofTwoWhoReadTheSameVersionOneIsTold() throws Exception {
    String org = realm.company("version");
    realm.member(org, "one@version.example", "director");
    String worker = realm.member(org, "worker@version.example", "operator");
    Http one = realm.as("one@version.example");
    String member = realm.path("/organizations/" + org + "/members/" + worker);
    for (int round = 0; round < ROUNDS; round++) {
      Reply read = one.get(member).expect(200);
      String tag = read.header("ETag").orElseThrow();
      List<String> others = new ArrayList<>(List.of("purchaser", "operator", "administrator"));
      others.removeAll(read.json().get("roles").findValuesAsText("name"));
      List<Reply> replies =
          AtOnce.run(
              List.of(
                  () -> one.with("If-Match", tag).put(member + "/roles", rolesBody(others.get(0))),
                  () ->
                      one.with("If-Match", tag).put(member + "/roles", rolesBody(others.get(1)))));
      assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void theLastTwoManagersCannotDemoteEachOtherAtOnce() throws Exception {
    String org = realm.company("last");
    String one = realm.member(org, "one@last.example", "administrator");
    String two = realm.member(org, "two@last.example", "administrator");
    for (int round = 0; round < ROUNDS; round++) {
      Http first = realm.as("one@last.example");
      Http second = realm.as("two@last.example");
      String members = realm.path("/organizations/" + org + "/members/");
      List<Reply> replies =
          AtOnce.run(
              List.of(
                  () -> first.put(members + two + "/roles", rolesBody("operator")),
                  () -> second.put(members + one + "/roles", rolesBody("operator"))));
      assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
      assertThat(replies.stream().filter(reply -> reply.status() == 403)).hasSize(1);
      realm.setRoles(org, one, "administrator");
      realm.setRoles(org, two, "administrator");
    }
  }

  @Test
  void oneNameIsGivenOnce() throws Exception {
    String org = realm.company("names");
    realm.member(org, "one@names.example", "director");
    Http one = realm.as("one@names.example");
    String roles = realm.path("/organizations/" + org + "/roles");
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> draft =
          Map.of("name", "Role " + round, "permissions", List.of("shop:order.request"));
      List<Reply> replies =
          AtOnce.run(List.of(() -> one.post(roles, draft), () -> one.post(roles, draft)));
      assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(201, 409);
    }
  }
}
