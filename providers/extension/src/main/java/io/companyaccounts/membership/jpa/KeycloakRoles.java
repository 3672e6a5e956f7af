// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import static io.companyaccounts.membership.RoleAttributes.ASSIGNABLE;
import static io.companyaccounts.membership.RoleAttributes.DEFAULT;
import static io.companyaccounts.membership.RoleAttributes.EXTERNAL;
import static io.companyaccounts.membership.RoleAttributes.LEVEL;
import static io.companyaccounts.membership.RoleAttributes.LIMIT;
import static io.companyaccounts.membership.RoleAttributes.NAME_PREFIX;
import static io.companyaccounts.membership.RoleAttributes.RANK;
import static io.companyaccounts.membership.RoleAttributes.RESOURCE;
import static io.companyaccounts.membership.RoleAttributes.ROLE;

import io.companyaccounts.membership.AdministrativeClients;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.PermissionCatalog.Level;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Reads what the vendor configured in Keycloak: realm roles marked as company roles, client roles
 * as permissions. All of it comes from Keycloak's own cache.
 */
final class KeycloakRoles {

  private static final Logger LOG = Logger.getLogger(KeycloakRoles.class);

  private final RealmModel realm;

  KeycloakRoles(RealmModel realm) {
    this.realm = realm;
  }

  List<CompanyRole> predefined() {
    return realm.getRolesStream().filter(KeycloakRoles::isCompanyRole).map(this::role).toList();
  }

  static boolean isCompanyRole(RoleModel role) {
    return "true".equals(role.getFirstAttribute(ROLE));
  }

  /** A permission by the id of its client role; empty if it is gone or not a permission. */
  Optional<Permission> permission(String roleId) {
    return Optional.ofNullable(realm.getRoleById(roleId)).flatMap(KeycloakRoles::permission);
  }

  /** The client role of a permission. */
  Optional<RoleModel> clientRole(Permission permission) {
    return Optional.ofNullable(realm.getClientByClientId(permission.clientId()))
        .map(client -> client.getRole(permission.name()))
        .filter(role -> permission(role).isPresent());
  }

  /**
   * The permissions that company roles can be made of.
   *
   * @param markedIds ids of the client roles that the vendor marked with an attribute
   */
  PermissionCatalog permissions(Collection<String> markedIds) {
    Map<String, RoleModel> found = new LinkedHashMap<>();
    ClientModel own = realm.getClientByClientId(Permission.COMPANY_CLIENT);
    Stream<RoleModel> ownRoles = own == null ? Stream.empty() : own.getRolesStream();
    Stream<RoleModel> marked =
        markedIds.stream().map(realm::getRoleById).filter(role -> role != null);
    Stream<RoleModel> reached =
        realm
            .getRolesStream()
            .filter(KeycloakRoles::isCompanyRole)
            .flatMap(role -> reachable(role).stream());
    Stream.of(ownRoles, marked, reached)
        .flatMap(roles -> roles)
        .flatMap(role -> Stream.concat(Stream.of(role), reachable(role).stream()))
        .filter(role -> permission(role).isPresent())
        .forEach(role -> found.putIfAbsent(role.getId(), role));
    return new PermissionCatalog(
        found.values().stream()
            .map(KeycloakRoles::entry)
            .sorted(
                (a, b) -> {
                  int byResource = a.resource().compareTo(b.resource());
                  return byResource != 0 ? byResource : a.permission().compareTo(b.permission());
                })
            .toList());
  }

  /** All roles that a permission with this role id stands for, itself included. */
  Set<RoleModel> reachedBy(String roleId) {
    RoleModel role = realm.getRoleById(roleId);
    if (role == null || permission(role).isEmpty()) {
      return Set.of();
    }
    Set<RoleModel> all = reachable(role);
    all.add(role);
    return all;
  }

  private CompanyRole role(RoleModel role) {
    Set<RoleModel> reached = reachable(role);
    return new CompanyRole(
        role.getId(),
        CompanyRole.Kind.PREDEFINED,
        role.getName(),
        names(role),
        role.getDescription(),
        rank(role),
        !"false".equals(role.getFirstAttribute(ASSIGNABLE)),
        "true".equals(role.getFirstAttribute(DEFAULT)),
        "true".equals(role.getFirstAttribute(EXTERNAL)),
        named(role),
        permissionsOf(reached),
        limitedOf(reached),
        0);
  }

  private static Map<String, String> names(RoleModel role) {
    Map<String, String> names = new HashMap<>();
    role.getAttributes()
        .forEach(
            (key, values) -> {
              if (key.startsWith(NAME_PREFIX) && !values.isEmpty()) {
                names.put(key.substring(NAME_PREFIX.length()), values.get(0));
              }
            });
    return names;
  }

  /** A rank that is not a number counts as 0; the check of the realm names it. */
  static int rank(RoleModel role) {
    String text = role.getFirstAttribute(RANK);
    if (text == null || text.isBlank()) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      LOG.warnf("Realm role '%s': %s is not a whole number, 0 is used", role.getName(), RANK);
      return 0;
    }
  }

  static Optional<Level> level(RoleModel role) {
    String text = role.getFirstAttribute(LEVEL);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Level.valueOf(text.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      LOG.debugf("Client role '%s': %s must be none, read or full", role.getName(), LEVEL);
      return Optional.empty();
    }
  }

  private static PermissionCatalog.Entry entry(RoleModel role) {
    Permission permission = permission(role).orElseThrow();
    String resource = role.getFirstAttribute(RESOURCE);
    return new PermissionCatalog.Entry(
        permission,
        role.getId(),
        resource == null || resource.isBlank() ? permission.clientId() : resource.strip(),
        level(role).orElse(null),
        role.getDescription(),
        "true".equals(role.getFirstAttribute(ASSIGNABLE)),
        named(role));
  }

  /** The permissions that the role includes directly, or through roles that are no permissions. */
  private static Set<Permission> named(RoleModel role) {
    Set<Permission> found = new HashSet<>();
    Set<RoleModel> seen = new HashSet<>(Set.of(role));
    Deque<RoleModel> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      open.pop()
          .getCompositesStream()
          .filter(seen::add)
          .forEach(each -> permission(each).ifPresentOrElse(found::add, () -> open.add(each)));
    }
    return found;
  }

  /** Everything that the role includes, directly or through others, without itself. */
  private static Set<RoleModel> reachable(RoleModel role) {
    Set<RoleModel> all = new HashSet<>();
    collect(role, all);
    all.remove(role);
    return all;
  }

  private static void collect(RoleModel role, Set<RoleModel> all) {
    if (all.add(role) && role.isComposite()) {
      role.getCompositesStream().forEach(each -> collect(each, all));
    }
  }

  static Set<Permission> permissionsOf(Set<RoleModel> roles) {
    return permissionsOf(roles.stream());
  }

  /** Those among the permissions that can be given up to an amount only. */
  static Set<Permission> limitedOf(Set<RoleModel> roles) {
    return permissionsOf(
        roles.stream()
            .filter(RoleModel::isClientRole)
            .filter(role -> "true".equals(role.getFirstAttribute(LIMIT))));
  }

  private static Set<Permission> permissionsOf(Stream<RoleModel> roles) {
    return roles
        .map(KeycloakRoles::permission)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static Optional<Permission> permission(@Nullable RoleModel role) {
    if (role == null || !role.isClientRole()) {
      return Optional.empty();
    }
    ClientModel client = (ClientModel) role.getContainer();
    return AdministrativeClients.contains(client)
        ? Optional.empty()
        : Optional.of(new Permission(client.getClientId(), role.getName()));
  }
}
