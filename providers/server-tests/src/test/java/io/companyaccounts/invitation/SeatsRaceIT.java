// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.AtOnce;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.TwoNodeTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Seats and codes are counted once, also when two nodes are asked at the same moment. */
@TwoNodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeatsRaceIT {

  private static final int INVITED = 50;
  private static final int AT_ONCE = 16;

  private final KeycloakServer server;
  private final CompanyRealm realm;

  SeatsRaceIT(KeycloakServer server, Admin admin) {
    this.server = server;
    realm = CompanyRealm.create(server, admin, "seats-race");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void ofFiftyWhoAcceptAtOnceTheOneForWhomThereIsASeatGetsIn() throws Exception {
    String org = realm.company("acme");
    realm.member(org, "boss@acme.example", "director");
    List<String> users = new ArrayList<>();
    for (int i = 0; i < INVITED; i++) {
      users.add(realm.admin().createUser("p" + i + "@acme.example", CompanyRealm.PASSWORD));
    }
    probe(0).post("/" + org + "/many?domain=acme.example&count=" + INVITED).expect(200);
    Map<String, String> codes = new HashMap<>();
    for (JsonNode each : probe(0).get("/" + org).expect(200).json().get("invitations")) {
      codes.put(each.get("email").asText(), each.get("code").asText());
    }
    limit(org, 2);

    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < INVITED; i++) {
      String path =
          "/opened/" + codes.get("p" + i + "@acme.example") + "/accept?user=" + users.get(i);
      int node = i % 2;
      calls.add(() -> outcome(probe(node).post(path).expect(200).json()));
    }
    List<String> outcomes = AtOnce.run(calls);

    assertThat(outcomes).hasSize(INVITED);
    assertThat(Collections.frequency(outcomes, "ACCEPTED")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "no_seats")).isEqualTo(INVITED - 1);
    JsonNode after = probe(1).get("/" + org).expect(200).json();
    assertThat(after.get("members").asInt()).isEqualTo(2);
    assertThat(after.get("open").asInt()).isEqualTo(INVITED - 1);
  }

  @Test
  void oneInvitationIsAcceptedOnce() throws Exception {
    String org = realm.company("globex");
    String user = realm.admin().createUser("vera@globex.example", CompanyRealm.PASSWORD);
    String code =
        probe(0)
            .post("/" + org + "?email=vera@globex.example")
            .expect(200)
            .json()
            .get("code")
            .asText();
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      int node = i % 2;
      String path = "/opened/" + code + "/accept?user=" + user;
      calls.add(() -> outcome(probe(node).post(path).expect(200).json()));
    }

    List<String> outcomes = AtOnce.run(calls);

    assertThat(Collections.frequency(outcomes, "ACCEPTED")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "invitation_accepted")).isEqualTo(AT_ONCE - 1);
  }

  @Test
  void ofManyWhoAreAddedAtOnceAsManyGetInAsThereAreSeats() throws Exception {
    String org = realm.company("initech");
    limit(org, "initech", 3);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      String user = realm.admin().createUser("a" + i + "@initech.example", CompanyRealm.PASSWORD);
      calls.add(
          () ->
              Integer.toString(
                  realm.admin().post("/organizations/" + org + "/members", user).status()));
    }

    List<String> outcomes = AtOnce.run(calls);

    assertThat(Collections.frequency(outcomes, "201")).isEqualTo(3);
    assertThat(Collections.frequency(outcomes, "400")).isEqualTo(AT_ONCE - 3);
  }

  private static String outcome(JsonNode json) {
    return json.has("refused") ? json.get("refused").asText() : json.get("state").asText();
  }

  private Http probe(int node) {
    return new Http(
        server.node(node).url().resolve("/realms/seats-race/company-probe/platform/invitations"));
  }

  private void limit(String org, int seats) {
    limit(org, "acme", seats);
  }

  private void limit(String org, String alias, int seats) {
    realm
        .admin()
        .put(
            "/organizations/" + org,
            Map.of(
                "name",
                alias,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                List.of(Map.of("name", alias + ".example", "verified", true)),
                "attributes",
                Map.of("company.seats", List.of(Integer.toString(seats)))))
        .expect(204);
  }
}
