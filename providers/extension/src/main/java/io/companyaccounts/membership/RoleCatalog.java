// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles that exist for one organization: the vendor's and its own, highest rank first. */
public final class RoleCatalog {

  private final Map<String, CompanyRole> byId = new LinkedHashMap<>();

  public RoleCatalog(Collection<CompanyRole> roles) {
    roles.stream()
        .sorted(
            Comparator.comparingInt(CompanyRole::rank).reversed().thenComparing(CompanyRole::name))
        .forEach(role -> byId.put(role.id(), role));
  }

  /** Only what externals may hold. */
  public RoleCatalog forExternals() {
    return new RoleCatalog(byId.values().stream().filter(CompanyRole::external).toList());
  }

  public List<CompanyRole> all() {
    return List.copyOf(byId.values());
  }

  public Optional<CompanyRole> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The role that members without a role hold; empty if the vendor marked none. If several are
   * marked by mistake, the lowest.
   */
  public Optional<CompanyRole> byDefault() {
    return byId.values().stream()
        .filter(CompanyRole::byDefault)
        .min(Comparator.comparingInt(CompanyRole::rank).thenComparing(CompanyRole::name));
  }

  /**
   * Finds a role by id, or else by name ignoring case; a predefined role wins over a custom one.
   */
  public Optional<CompanyRole> find(String idOrName) {
    CompanyRole exact = byId.get(idOrName);
    if (exact != null) {
      return Optional.of(exact);
    }
    return byId.values().stream()
        .filter(role -> role.name().equalsIgnoreCase(idOrName))
        .min(Comparator.comparing(CompanyRole::kind));
  }

  /** Ids of all roles that permit this. */
  public Set<String> idsPermitting(Permission permission) {
    return byId.values().stream()
        .filter(role -> role.permits(permission))
        .map(CompanyRole::id)
        .collect(Collectors.toSet());
  }

  /**
   * The rank that it takes to hand out a permission: that of the lowest predefined, assignable role
   * that has it.
   *
   * @return empty if no such role has it, so that only an owner or a realm admin may hand it out
   */
  public OptionalInt rankOf(Permission permission) {
    return predefined()
        .filter(role -> role.assignable() && role.permits(permission))
        .mapToInt(CompanyRole::rank)
        .min();
  }

  /**
   * The rank below which no custom role may have this permission: {@link #rankOf}, else that of the
   * lowest predefined role that has it although company admins may not give that role.
   *
   * @return empty if no predefined role has it
   */
  public OptionalInt lowestRankWith(Permission permission) {
    OptionalInt rank = rankOf(permission);
    return rank.isPresent()
        ? rank
        : predefined().filter(role -> role.permits(permission)).mapToInt(CompanyRole::rank).min();
  }

  /** The rank of the highest predefined role; 0 if there is none. */
  public int highestRank() {
    return predefined().mapToInt(CompanyRole::rank).max().orElse(0);
  }

  private Stream<CompanyRole> predefined() {
    return byId.values().stream().filter(role -> !role.isCustom());
  }
}
