// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Json;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCompanyTest {

  private static final JsonNode REALM =
      Json.read(
          """
          {"users": [
            {"username": "owner@a.example", "credentials": [{"type": "password"}]},
            {"username": "both@a.example", "credentials": [{"type": "password"}]},
            {"username": "new@a.example", "credentials": [{"type": "password"}]},
            {"username": "out@b.example", "credentials": [{"type": "password"}]},
            {"username": "nobody@a.example"}],
           "localizationTexts": {"en": {"roleDirector": "Leads"}},
           "roles": {"realm": [
            {"name": "director", "description": "${roleDirector}"},
            {"name": "operator", "description": "Works"},
            {"name": "guest", "attributes": {"company.external": ["true"]}},
            {"name": "newcomer", "description": "Looks",
             "attributes": {"company.default": ["true"]}}]},
           "organizations": [
            {"alias": "a", "name": "Alpha", "description": "The first", "members": [
              {"username": "owner@a.example"}, {"username": "both@a.example"},
              {"username": "new@a.example"}, {"username": "nobody@a.example"}]},
            {"alias": "b", "name": "Beta", "members": [
              {"username": "both@a.example"}, {"username": "out@b.example"}]}]}
          """);

  private static final JsonNode COMPANIES =
      Json.read(
          """
          {"organizations": [
            {"alias": "a", "owner": "owner@a.example",
             "roles": [{"name": "Weekend", "description": "Covers"}],
             "members": [
              {"username": "owner@a.example", "roles": [{"role": "director"}]},
              {"username": "both@a.example", "roles": [
                {"role": "operator"}, {"custom": "Weekend", "until": "2099-01-01T00:00:00Z"}]},
              {"username": "nobody@a.example", "roles": [{"role": "operator"}]}]},
            {"alias": "b", "owner": null, "members": [
              {"username": "both@a.example", "state": "BLOCKED", "roles": [{"role": "operator"}]},
              {"username": "out@b.example", "external": true, "roles": [{"role": "guest"}]}]}]}
          """);

  private static final List<DemoCompany> ALL = DemoCompany.all(REALM, COMPANIES);

  @Test
  void membersWithAPasswordAreListedWithWhatTheyAreAndMayDo() {
    assertThat(ALL.get(0).people())
        .containsExactly(
            new DemoPerson("owner@a.example", "director, owner", "Leads"),
            new DemoPerson("both@a.example", "operator, Weekend (for a time)", "Works; Covers"),
            new DemoPerson("new@a.example", "the default role", "Looks"));
    assertThat(ALL.get(1).people())
        .extracting(DemoPerson::roles)
        .containsExactly("operator, blocked", "guest, from outside");
    assertThat(ALL.get(1).people().get(0).may()).contains("unblocks");
  }

  @Test
  void eachCompanyHasAnOrderingPasswordOfItsOwn() {
    assertThat(ALL).extracting(DemoCompany::orderingPassword).doesNotHaveDuplicates();
    assertThat(ALL).allMatch(company -> company.orderingPassword().length() >= 12);
  }

  @Test
  void theGuideNamesEveryPlacePersonAndOrderingPassword() {
    String text =
        DemoGuide.text(
            URI.create("http://localhost:1"),
            URI.create("http://localhost:2"),
            URI.create("http://localhost:3"),
            "portal",
            ALL);

    assertThat(text)
        .contains("reference realm portal")
        .contains("http://localhost:1", "http://localhost:2/realms/portal/account")
        .contains("http://localhost:3", "admin / admin", "Ctrl-C")
        .containsPattern("(?m)^  Alpha \\(a\\)$")
        .containsPattern("(?m)^  The first$")
        .containsPattern("(?m)^  Beta \\(b\\)$")
        .containsPattern("owner@a.example +director, owner")
        .containsPattern("(?m)^ +Leads$");
    ALL.forEach(
        company ->
            assertThat(text)
                .contains(
                    "ordering password of " + company.name() + ": " + company.orderingPassword()));
  }
}
