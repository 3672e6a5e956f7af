// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * Offers the scope {@code company}, as an optional one, to new applications and to those that may
 * ask for organizations already. Removing the scope takes both back.
 */
final class ScopeOfferStep implements SetUpStep {

  private static final String NAME = ScopeDraft.COMPANY.name();

  private final RealmModel realm;
  private final JpaRealmFacts facts;

  ScopeOfferStep(RealmModel realm, JpaRealmFacts facts) {
    this.realm = realm;
    this.facts = facts;
  }

  @Override
  public List<SetUpAction> missing() {
    @Nullable ClientScopeModel scope = ScopeDraft.COMPANY.in(realm).orElse(null);
    List<SetUpAction> actions = new ArrayList<>();
    if (scope == null || !isOffered(scope)) {
      actions.add(
          SetUpAction.of(
              "realm_client_scope",
              NAME,
              "Offer the client scope '%s' to new clients".formatted(NAME),
              () -> realm.addDefaultClientScope(scope(), false)));
    }
    String scopeId = scope == null ? "" : scope.getId();
    for (String id : facts.clientsWithout(scopeId, OrganizationsStep.organizationScopes(realm))) {
      ClientModel client = realm.getClientById(id);
      actions.add(
          SetUpAction.of(
              "client_scope_of_client",
              client.getClientId(),
              "Offer the client scope '%s' to the client '%s'"
                  .formatted(NAME, client.getClientId()),
              () -> client.addClientScope(scope(), false)));
    }
    return actions;
  }

  @Override
  public List<SetUpAction> removable() {
    return List.of();
  }

  private boolean isOffered(ClientScopeModel scope) {
    return Stream.concat(
            realm.getDefaultClientScopesStream(true), realm.getDefaultClientScopesStream(false))
        .anyMatch(each -> each.getId().equals(scope.getId()));
  }

  private ClientScopeModel scope() {
    return ScopeDraft.COMPANY.in(realm).orElseThrow();
  }
}
