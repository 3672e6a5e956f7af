// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where one person stands in one organization at one moment.
 *
 * @param organizationId id of the organization
 * @param userId id of the person
 * @param state whether the person takes part
 * @param owner whether the person is the owner
 * @param assignments all assignments, those of the past and the future included
 * @param roles the roles that count now; the default role if no assignment counts
 * @param version grows with each change of the member; 0 if nothing was ever stored
 */
public record Standing(
    String organizationId,
    String userId,
    MemberState state,
    boolean owner,
    List<RoleAssignment> assignments,
    List<CompanyRole> roles,
    int version) {

  /** The rank of an owner: above every role. */
  public static final int OWNER_RANK = Integer.MAX_VALUE;

  public Standing {
    assignments = List.copyOf(assignments);
    roles = List.copyOf(roles);
  }

  /** Works out which roles count now. */
  public static Standing of(
      String organizationId,
      String userId,
      MemberState state,
      boolean owner,
      List<RoleAssignment> assignments,
      int version,
      RoleCatalog catalog,
      Instant now) {
    return new Standing(
        organizationId,
        userId,
        state,
        owner,
        assignments,
        counting(assignments, catalog, now),
        version);
  }

  /** The roles among these assignments that count now, or else the default role. */
  static List<CompanyRole> counting(
      Collection<RoleAssignment> assignments, RoleCatalog catalog, Instant now) {
    List<CompanyRole> held =
        assignments.stream()
            .filter(assignment -> assignment.countsAt(now))
            .map(assignment -> catalog.byId(assignment.roleId()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return held.isEmpty() ? catalog.byDefault().stream().toList() : held;
  }

  /**
   * What the person may do: what the roles permit; the owner also has all of the pack's own
   * permissions. Nothing while blocked.
   */
  public Set<Permission> permissions() {
    Set<Permission> all = new LinkedHashSet<>();
    if (state == MemberState.ACTIVE) {
      roles.forEach(role -> all.addAll(role.permissions()));
      if (owner) {
        all.addAll(Permission.OWN);
      }
    }
    return all;
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /** The highest rank among the roles; {@link #OWNER_RANK} for the owner. */
  public int rank() {
    return owner ? OWNER_RANK : highest(roles.stream());
  }

  /** The highest rank among the roles that are not lent until a date. */
  public int lastingRank() {
    return owner ? OWNER_RANK : highest(roles.stream().filter(role -> !isLent(role)));
  }

  /** The default role counts by itself when a period of it is over. */
  private boolean isLent(CompanyRole role) {
    return !role.byDefault()
        && assignments.stream()
            .anyMatch(each -> each.roleId().equals(role.id()) && each.until() != null);
  }

  private static int highest(Stream<CompanyRole> roles) {
    return roles.mapToInt(CompanyRole::rank).max().orElse(0);
  }
}
