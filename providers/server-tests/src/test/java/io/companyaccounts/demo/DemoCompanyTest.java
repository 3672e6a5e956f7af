// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Json;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPersonTest {

  private static final JsonNode REALM =
      Json.read(
          """
          {"users": [
            {"username": "owner@a.example", "credentials": [{"type": "password"}]},
            {"username": "both@a.example", "credentials": [{"type": "password"}]},
            {"username": "new@a.example", "credentials": [{"type": "password"}]},
            {"username": "nobody@a.example"}],
           "organizations": [
            {"alias": "a", "members": [
              {"username": "owner@a.example"}, {"username": "both@a.example"},
              {"username": "new@a.example"}, {"username": "nobody@a.example"}]},
            {"alias": "b", "members": [{"username": "both@a.example"}]}]}
          """);

  private static final JsonNode COMPANIES =
      Json.read(
          """
          {"organizations": [
            {"alias": "a", "owner": "owner@a.example", "members": [
              {"username": "owner@a.example", "roles": [{"role": "director"}]},
              {"username": "both@a.example", "roles": [
                {"role": "operator"}, {"custom": "Weekend", "until": "2099-01-01T00:00:00Z"}]},
              {"username": "nobody@a.example", "roles": [{"role": "operator"}]}]},
            {"alias": "b", "owner": null, "members": [
              {"username": "both@a.example", "state": "BLOCKED", "roles": [{"role": "buyer"}]}]}]}
          """);

  @Test
  void membersWithAPasswordAreListedWithWhatTheyAre() {
    assertThat(DemoPerson.all(REALM, COMPANIES))
        .containsExactly(
            new DemoPerson("a", "owner@a.example", "director, owner"),
            new DemoPerson("a", "both@a.example", "operator, Weekend (for a time)"),
            new DemoPerson("a", "new@a.example", "the default role"),
            new DemoPerson("b", "both@a.example", "buyer, blocked"));
  }

  @Test
  void theGuideNamesEveryPlaceAndPerson() {
    List<DemoPerson> people = DemoPerson.all(REALM, COMPANIES);
    String text =
        DemoGuide.text(
            URI.create("http://localhost:1"),
            URI.create("http://localhost:2"),
            URI.create("http://localhost:3"),
            "portal",
            people);

    assertThat(text)
        .contains("http://localhost:1", "http://localhost:2/realms/portal/account")
        .contains("http://localhost:3", "admin / admin", "Ctrl-C")
        .containsPattern("(?m)^  a$")
        .containsPattern("(?m)^  b$")
        .containsPattern("owner@a.example +director, owner");
  }
}
