// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The permissions that somebody has only up to an amount, in whole units of the vendor's currency.
 * A permission is limited if every role that counts and gives it does so up to an amount; the
 * largest of these amounts binds. What the default role gives is never limited.
 *
 * @param now the amounts at this moment
 * @param ever which permissions are limited now or at a later moment, as assignments begin and end
 */
public record Limits(Map<Permission, Long> now, Set<Permission> ever) {

  public static final Limits NONE = new Limits(Map.of(), Set.of());

  public Limits {
    now = Map.copyOf(now);
    ever = Set.copyOf(ever);
  }

  static Limits of(Collection<RoleAssignment> assignments, RoleCatalog catalog, Instant now) {
    if (assignments.stream().allMatch(each -> each.limit() == null)) {
      return NONE;
    }
    Set<Permission> ever = new HashSet<>();
    RoleAssignment.momentsFrom(now, assignments)
        .forEach(moment -> ever.addAll(at(assignments, catalog, moment).keySet()));
    return new Limits(at(assignments, catalog, now), ever);
  }

  /** The amounts at one moment. */
  static Map<Permission, Long> at(
      Collection<RoleAssignment> assignments, RoleCatalog catalog, Instant moment) {
    Map<Permission, Long> largest = new HashMap<>();
    Set<Permission> full = new HashSet<>();
    for (RoleAssignment assignment : assignments) {
      CompanyRole role = catalog.byId(assignment.roleId()).orElse(null);
      if (role == null || !assignment.countsAt(moment)) {
        continue;
      }
      Long limit = assignment.limit();
      if (limit == null) {
        full.addAll(role.limited());
      } else {
        role.limited().forEach(each -> largest.merge(each, limit, Math::max));
      }
    }
    largest.keySet().removeAll(full);
    return largest;
  }
}
