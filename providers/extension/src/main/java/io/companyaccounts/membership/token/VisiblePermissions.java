// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.token;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ScopeContainerModel;

/**
 * Which of a member's permissions one application may see: its own; those of others only where its
 * full scope is off and the role is mapped to its scope.
 */
final class VisiblePermissions {

  private final RealmModel realm;
  private final ClientModel client;
  private final Collection<? extends ScopeContainerModel> scopes;

  VisiblePermissions(
      RealmModel realm, ClientModel client, Collection<? extends ScopeContainerModel> scopes) {
    this.realm = realm;
    this.client = client;
    this.scopes = scopes;
  }

  /** Names of permissions by client id, both in order. */
  Map<String, List<String>> of(Standing standing) {
    return standing.permissions().stream()
        .filter(this::isVisible)
        .sorted()
        .collect(
            Collectors.groupingBy(
                Permission::clientId,
                TreeMap::new,
                Collectors.mapping(Permission::name, Collectors.toList())));
  }

  /** Up to which amounts they are given, by client id and name; only those that are limited. */
  Map<String, Map<String, Long>> limitsOf(Standing standing) {
    Map<String, Map<String, Long>> limits = new TreeMap<>();
    for (Permission permission : standing.limits().now().keySet()) {
      OptionalLong limit = standing.limit(permission);
      if (limit.isPresent() && standing.may(permission) && isVisible(permission)) {
        limits
            .computeIfAbsent(permission.clientId(), client -> new TreeMap<>())
            .put(permission.name(), limit.getAsLong());
      }
    }
    return limits;
  }

  private boolean isVisible(Permission permission) {
    if (permission.clientId().equals(client.getClientId())) {
      return true;
    }
    if (client.isFullScopeAllowed()) {
      return false;
    }
    ClientModel other = realm.getClientByClientId(permission.clientId());
    RoleModel role = other == null ? null : other.getRole(permission.name());
    return role != null
        && (client.hasScope(role) || scopes.stream().anyMatch(scope -> scope.hasScope(role)));
  }
}
