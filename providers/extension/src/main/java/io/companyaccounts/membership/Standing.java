// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where one person stands in one organization at one moment.
 *
 * @param organizationId id of the organization
 * @param userId id of the person
 * @param state whether the person takes part
 * @param owner whether the person is the owner
 * @param assignments all assignments, those of the past and the future included
 * @param roles the roles that count now; the default role if no assignment counts
 * @param limits the permissions that the person has only up to an amount
 * @param lastingRank the rank that is left when every period has ended; {@link #OWNER_RANK} for the
 *     owner
 * @param notes how the person's address fits the company
 * @param version grows with each change of the member; 0 if nothing was ever stored
 */
public record Standing(
    String organizationId,
    String userId,
    MemberState state,
    boolean owner,
    List<RoleAssignment> assignments,
    List<CompanyRole> roles,
    Limits limits,
    int lastingRank,
    AddressNotes notes,
    int version) {

  /** The rank of an owner: above every role. */
  public static final int OWNER_RANK = Integer.MAX_VALUE;

  public Standing {
    assignments = List.copyOf(assignments);
    roles = List.copyOf(roles);
  }

  /** Works out which roles count now, for an ordinary member. */
  public static Standing of(
      String organizationId,
      String userId,
      MemberState state,
      boolean owner,
      List<RoleAssignment> assignments,
      int version,
      RoleCatalog catalog,
      Instant now) {
    return of(
        organizationId,
        userId,
        state,
        owner,
        assignments,
        AddressNotes.NONE,
        version,
        catalog,
        now);
  }

  /** Works out which roles count now; for an external, only those for externals do. */
  public static Standing of(
      String organizationId,
      String userId,
      MemberState state,
      boolean owner,
      List<RoleAssignment> assignments,
      AddressNotes notes,
      int version,
      RoleCatalog catalog,
      Instant now) {
    RoleCatalog open = notes.external() ? catalog.forExternals() : catalog;
    return new Standing(
        organizationId,
        userId,
        state,
        owner,
        assignments,
        counting(assignments, open, now),
        Limits.of(assignments, open, now),
        owner ? OWNER_RANK : highest(counting(assignments, open, Instant.MAX)),
        notes,
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
   * Up to which amount the person may do something now, in whole units of the vendor's currency.
   * Says nothing about whether the person {@link #may} do it at all.
   *
   * @return empty if no limit binds the person
   */
  public OptionalLong limit(Permission permission) {
    Long limit = limits.now().get(permission);
    return limit == null || (owner && Permission.OWN.contains(permission))
        ? OptionalLong.empty()
        : OptionalLong.of(limit);
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
    return owner ? OWNER_RANK : highest(roles);
  }

  private static int highest(List<CompanyRole> roles) {
    return roles.stream().mapToInt(CompanyRole::rank).max().orElse(0);
  }
}
