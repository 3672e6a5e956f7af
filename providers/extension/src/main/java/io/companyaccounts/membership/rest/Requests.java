// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.RoleDraft;
import io.companyaccounts.platform.ApiException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the REST interface takes. Anything may be missing, so everything is checked here. */
public final class Requests {

  private static final int MOST_PERMISSIONS = 1_000;
  private static final int MOST_ROLES = 100;

  private Requests() {}

  /** All roles that a member shall hold. */
  public record RolesRequest(@Nullable List<RoleRequest> roles) {

    public List<RoleAssignment> assignments(RoleCatalog catalog) {
      if (roles == null || roles.size() > MOST_ROLES) {
        throw ApiException.invalidValue(
            "roles", "must be a list of at most " + MOST_ROLES + " roles; it may be empty.");
      }
      return roles.stream()
          .map(
              role -> {
                if (role == null) {
                  throw ApiException.invalidValue("roles", "must not hold null.");
                }
                return role.assignment(catalog);
              })
          .toList();
    }
  }

  /** One role, by id or name, for good or for a period, in full or up to an amount. */
  public record RoleRequest(
      @Nullable String role,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long limit) {

    /** A role that does not exist keeps its name, so that the rule can refuse it by name. */
    RoleAssignment assignment(RoleCatalog catalog) {
      if (role == null || role.isBlank() || role.length() > 255) {
        throw ApiException.invalidValue("role", "must be the id or the name of a role.");
      }
      String id = catalog.find(role).map(found -> found.id()).orElse(role);
      return new RoleAssignment(id, from, until, limit);
    }
  }

  /** A custom role as it shall be. */
  record RoleDefinitionRequest(
      @Nullable String name,
      @Nullable String description,
      @Nullable Integer rank,
      @Nullable List<String> permissions) {

    RoleDraft draft(PermissionCatalog catalog) {
      if (name == null) {
        throw ApiException.invalidValue("name", "must be a text.");
      }
      if (permissions == null || permissions.size() > MOST_PERMISSIONS) {
        throw ApiException.invalidValue(
            "permissions", "must be a list of at most " + MOST_PERMISSIONS + " permissions.");
      }
      Set<Permission> parsed = new HashSet<>();
      for (String key : permissions) {
        parsed.add(
            catalog
                .parse(key == null ? "" : key)
                .orElseThrow(
                    () ->
                        ApiException.invalidValue(
                            "permissions", "must be written client:permission.")));
      }
      return new RoleDraft(name, description, rank, parsed);
    }
  }

  /** What a copy shall be called. */
  record CopyRequest(@Nullable String name) {
    String requireName() {
      if (name == null) {
        throw ApiException.invalidValue("name", "must be a text.");
      }
      return name;
    }
  }

  /** Who shall be the owner. */
  record OwnerRequest(@Nullable String user) {
    String requireUser() {
      if (user == null || user.isBlank()) {
        throw ApiException.invalidValue("user", "must be the id of a member.");
      }
      return user;
    }
  }
}
