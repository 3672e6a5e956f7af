// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleCatalog;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/** Finds out whether anybody else keeps managing members. Ask under the organization's lock. */
final class ManagersLeft {

  private final Store store;
  private final OrganizationModel organization;
  private final RoleCatalog catalog;
  private final Instant now;

  ManagersLeft(Store store, OrganizationModel organization, RoleCatalog catalog, Instant now) {
    this.store = store;
    this.organization = organization;
    this.catalog = catalog;
    this.now = now;
  }

  /** Anybody but this person. */
  boolean besides(String userId) {
    Optional<String> owner = store.members().owner(organization.getId());
    return owner.filter(id -> !id.equals(userId)).isPresent() || byRole(null, userId);
  }

  /** Anybody, if this role did not count. */
  boolean without(String roleId) {
    return store.members().owner(organization.getId()).isPresent() || byRole(roleId, null);
  }

  private boolean byRole(@Nullable String exceptRole, @Nullable String exceptUser) {
    boolean byDefault =
        catalog.byDefault().filter(role -> role.permits(Permission.MEMBERS_MANAGE)).isPresent();
    Set<String> roles = new HashSet<>(catalog.idsPermitting(Permission.MEMBERS_MANAGE));
    if (exceptRole != null) {
      roles.remove(exceptRole);
    }
    return (byDefault && store.members().anyoneHoldsNothing(organization.getId(), exceptUser, now))
        || store.members().anyoneHoldsLastingly(organization.getId(), roles, exceptUser, now);
  }
}
