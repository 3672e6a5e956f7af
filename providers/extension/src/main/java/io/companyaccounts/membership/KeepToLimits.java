// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whoever has a permission only up to an amount gives it to nobody for more, oneself included, and
 * cannot get rid of the own limit either: without the permission one could give oneself all of it.
 */
final class KeepToLimits {

  private final Actor actor;
  private final RoleCatalog catalog;
  private final Instant now;

  KeepToLimits(Actor actor, RoleCatalog catalog, Instant now) {
    this.actor = actor;
    this.catalog = catalog;
    this.now = now;
  }

  /** Decides on all roles that a member shall hold afterwards. */
  Outcome<List<RoleAssignment>> change(Standing member, List<RoleAssignment> wanted) {
    RoleCatalog open = openTo(member.notes().external());
    List<RoleAssignment> before = member.assignments();
    return refusalOfAny(wanted.stream().filter(each -> !before.contains(each)))
        .or(() -> refusalOfDefault(before, open, wanted, open))
        .or(() -> refusalOfOwn(member, open, wanted, open))
        .orElse(Outcome.done(wanted));
  }

  /** Decides on what somebody is given who was not there before. */
  Outcome<List<RoleAssignment>> forNewcomer(List<RoleAssignment> wanted) {
    return refusalOfAny(wanted.stream())
        .or(() -> refusalOfDefault(List.of(), new RoleCatalog(List.of()), wanted, catalog))
        .orElse(Outcome.done(wanted));
  }

  /** Decides on letting everything count that an external holds, and the default role. */
  Outcome<List<RoleAssignment>> ordinary(Standing member) {
    List<RoleAssignment> held = member.assignments();
    RoleCatalog before = openTo(member.notes().external());
    return refusalOfAny(held.stream().filter(each -> before.byId(each.roleId()).isEmpty()))
        .or(() -> refusalOfDefault(held, before, held, catalog))
        .or(() -> refusalOfOwn(member, before, held, catalog))
        .orElse(Outcome.done(held));
  }

  private RoleCatalog openTo(boolean external) {
    return external ? catalog.forExternals() : catalog;
  }

  private Optional<Outcome<List<RoleAssignment>>> refusalOfAny(Stream<RoleAssignment> given) {
    return given
        .filter(each -> !each.isOver(now))
        .flatMap(
            each ->
                catalog.byId(each.roleId()).flatMap(role -> refusal(role, each.limit())).stream())
        .findFirst();
  }

  /** The default role is always given in full, and counts when others cease to. */
  private Optional<Outcome<List<RoleAssignment>>> refusalOfDefault(
      List<RoleAssignment> before,
      RoleCatalog openBefore,
      List<RoleAssignment> after,
      RoleCatalog openAfter) {
    return openAfter
        .byDefault()
        .filter(
            role ->
                moments(before, after).stream()
                    .anyMatch(
                        moment ->
                            inFull(role, after, openAfter, moment)
                                && !inFull(role, before, openBefore, moment)))
        .flatMap(role -> refusal(role, null));
  }

  /** Whether a role counts without limit; the default role can also be held up to an amount. */
  private static boolean inFull(
      CompanyRole role, List<RoleAssignment> assignments, RoleCatalog open, Instant moment) {
    return Standing.counting(assignments, open, moment).contains(role)
        && assignments.stream()
            .filter(each -> each.roleId().equals(role.id()) && each.countsAt(moment))
            .allMatch(each -> each.limit() == null);
  }

  private Optional<Outcome<List<RoleAssignment>>> refusal(CompanyRole role, @Nullable Long limit) {
    return new TreeMap<>(actor.limits().now())
        .entrySet().stream()
            .filter(own -> role.permits(own.getKey()))
            .filter(own -> limit == null || limit > own.getValue())
            .map(own -> KeepToLimits.<List<RoleAssignment>>above(actor, role.name(), own.getKey()))
            .findFirst();
  }

  /** At every moment at which the actor was limited the actor stays so. */
  private Optional<Outcome<List<RoleAssignment>>> refusalOfOwn(
      Standing member, RoleCatalog openBefore, List<RoleAssignment> after, RoleCatalog openAfter) {
    if (!actor.is(member) || actor.owner()) {
      return Optional.empty();
    }
    List<RoleAssignment> before = member.assignments();
    return moments(before, after).stream()
        .flatMap(
            moment ->
                freed(Limits.at(before, openBefore, moment), Limits.at(after, openAfter, moment)))
        .sorted()
        .findFirst()
        .map(each -> Outcome.refused(Refusal.OWN_LIMIT_STAYS, "permission", each.key()));
  }

  private static Stream<Permission> freed(Map<Permission, Long> was, Map<Permission, Long> is) {
    return was.keySet().stream()
        .filter(each -> is.getOrDefault(each, Long.MAX_VALUE) > was.getOrDefault(each, 0L));
  }

  private Set<Instant> moments(Collection<RoleAssignment> these, Collection<RoleAssignment> those) {
    Set<Instant> moments = new HashSet<>(RoleAssignment.momentsFrom(now, these));
    moments.addAll(RoleAssignment.momentsFrom(now, those));
    return moments;
  }

  /**
   * What would be given goes beyond what the actor has.
   *
   * @param role name of the role that would give it
   */
  static <T> Outcome<T> above(Actor actor, String role, Permission permission) {
    Map<String, String> details = new HashMap<>();
    details.put("role", role);
    details.put("permission", permission.key());
    Long own = actor.limits().now().get(permission);
    if (own != null) {
      details.put("limit", own.toString());
    }
    return new Outcome.Refused<>(Refusal.LIMIT_ABOVE_OWN, details);
  }
}
