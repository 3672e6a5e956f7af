// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RankRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** Finds settings of realm, organizations, client and scopes that do something else than meant. */
final class CheckConfiguration {

  private final RealmModel realm;
  private final JpaRealmFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  CheckConfiguration(RealmModel realm, JpaRealmFacts facts) {
    this.realm = realm;
    this.facts = facts;
  }

  List<Finding> findings() {
    rankRule();
    companyClient();
    organizationScopes();
    return findings;
  }

  private void rankRule() {
    String text =
        "The attribute company.rankRule must be up-to or below; with another value below is used.";
    List<String> allowed = Arrays.stream(RankRule.values()).map(RankRule::text).toList();
    @Nullable String value = realm.getAttribute(RankRule.KEY);
    if (value != null && !value.isBlank() && !allowed.contains(value.strip())) {
      findings.add(
          Finding.warning(
              "rank_rule_invalid", text, Map.of("realm", realm.getName(), "value", value)));
    }
    List<String> organizations = facts.organizationsWithOther(RankRule.KEY, allowed);
    if (!organizations.isEmpty()) {
      findings.add(
          Finding.warning(
              "rank_rule_invalid", text, Examples.about("organizations", organizations)));
    }
  }

  private void companyClient() {
    @Nullable ClientModel client = realm.getClientByClientId(Permission.COMPANY_CLIENT);
    if (client != null && CompanyClientStep.letsPeopleIn(client)) {
      findings.add(
          Finding.warning(
              "company_client_open",
              "The client 'company' only holds permissions, but people or programs can get tokens"
                  + " for it. Switch its flows off.",
              Map.of("client", Permission.COMPANY_CLIENT)));
    }
  }

  private void organizationScopes() {
    List<String> scopes =
        OrganizationsStep.organizationScopes(realm).stream()
            .map(realm::getClientScopeById)
            .map(ClientScopeModel::getName)
            .sorted()
            .toList();
    if (scopes.size() > 1) {
      findings.add(
          Finding.warning(
              "several_organization_scopes",
              "More than one client scope has a mapper of the type Organization Membership, so each"
                  + " of them selects organizations. Keep the mapper in one.",
              Map.of("clientScopes", scopes)));
    }
  }
}
