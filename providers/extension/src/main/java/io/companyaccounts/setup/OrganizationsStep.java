// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;

/** Keycloak's own organizations, which everything stands on; they are not ours to switch on. */
final class OrganizationsStep implements SetUpStep {

  private final RealmModel realm;

  OrganizationsStep(RealmModel realm) {
    this.realm = realm;
  }

  @Override
  public Optional<SetUpObstacle> obstacle() {
    if (!realm.isOrganizationsEnabled()) {
      return Optional.of(
          new SetUpObstacle(
              "organizations_disabled",
              "Organizations are switched off in this realm. Switch them on (Realm settings,"
                  + " General, Organizations), then run the set-up."));
    }
    if (organizationScopes(realm).isEmpty()) {
      return Optional.of(
          new SetUpObstacle(
              "organization_scope_missing",
              "No client scope has a mapper of the type Organization Membership, so no token names"
                  + " an organization. Add a client scope 'organization' with such a mapper, as"
                  + " Keycloak makes it in new realms, then run the set-up."));
    }
    return Optional.empty();
  }

  /** Ids of the scopes that put organizations into tokens; usually one, named organization. */
  static List<String> organizationScopes(RealmModel realm) {
    return realm
        .getClientScopesStream()
        .filter(scope -> ScopeDraft.OPENID_CONNECT.equals(scope.getProtocol()))
        .filter(
            scope ->
                scope
                    .getProtocolMappersStream()
                    .anyMatch(
                        mapper ->
                            OrganizationMembershipMapper.PROVIDER_ID.equals(
                                mapper.getProtocolMapper())))
        .map(scope -> scope.getId())
        .sorted()
        .toList();
  }

  @Override
  public List<SetUpAction> missing() {
    return List.of();
  }

  @Override
  public List<SetUpAction> removable() {
    return List.of();
  }
}
