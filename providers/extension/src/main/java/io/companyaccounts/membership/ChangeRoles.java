// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody may give a member exactly these roles. */
final class ChangeRoles {

  /** More roles than this for one person are a mistake. */
  static final int MAX_ROLES = 20;

  /** Times that every database and every client can hold. */
  static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final RoleCatalog catalog;
  private final RankRule rankRule;
  private final Instant now;

  ChangeRoles(RoleCatalog catalog, RankRule rankRule, Instant now) {
    this.catalog = catalog;
    this.rankRule = rankRule;
    this.now = now;
  }

  /**
   * @param wanted all roles that the member shall hold afterwards
   * @param othersManage whether somebody else manages members lastingly; asked only if it matters
   * @return the assignments to store
   */
  Outcome<List<RoleAssignment>> change(
      Actor actor, Standing member, List<RoleAssignment> wanted, BooleanSupplier othersManage) {
    if (!actor.may(Permission.ROLES_ASSIGN)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.ROLES_ASSIGN.key());
    }
    if (!actor.reaches(member.rank(), rankRule)) {
      return Outcome.refused(Refusal.MEMBER_ABOVE_RANK);
    }
    if (member.state() == MemberState.BLOCKED && actor.kind() != Actor.Kind.SYSTEM) {
      return Outcome.refused(Refusal.MEMBER_BLOCKED);
    }
    return wellFormed(actor, member, wanted)
        .then(roles -> fitForExternals(member, roles))
        .then(roles -> withinReach(actor, member, roles))
        .then(roles -> new KeepToLimits(actor, catalog, now).change(member, roles))
        .then(
            roles ->
                actor.kind() != Actor.Kind.SYSTEM
                        && KeepAManager.wouldLeaveNobody(
                            member, roles, true, catalog, now, othersManage)
                    ? Outcome.refused(Refusal.LAST_MANAGER)
                    : Outcome.done(roles));
  }

  /**
   * What a person may be given who is no member yet: the same as a member who holds nothing. Who
   * gives no role gives the default role.
   */
  Outcome<List<RoleAssignment>> forNewcomer(Actor actor, List<RoleAssignment> wanted) {
    if (!wanted.isEmpty() && !actor.may(Permission.ROLES_ASSIGN)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.ROLES_ASSIGN.key());
    }
    Standing nobody =
        new Standing(
            "",
            "",
            MemberState.ACTIVE,
            false,
            List.of(),
            List.of(),
            Limits.NONE,
            0,
            AddressNotes.NONE,
            0);
    return wellFormed(actor, nobody, wanted)
        .then(roles -> withinReach(actor, nobody, roles))
        .then(roles -> defaultRoleIsTheActors(actor, roles))
        .then(new KeepToLimits(actor, catalog, now)::forNewcomer);
  }

  /** The default role counts whenever none of the others does. */
  private Outcome<List<RoleAssignment>> defaultRoleIsTheActors(
      Actor actor, List<RoleAssignment> wanted) {
    return RoleAssignment.momentsFrom(now, wanted).stream()
        .flatMap(moment -> Standing.counting(wanted, catalog, moment).stream())
        .filter(CompanyRole::byDefault)
        .filter(role -> !actor.reaches(role.rank(), rankRule))
        .findFirst()
        .map(
            role ->
                Outcome.<List<RoleAssignment>>refused(Refusal.ROLE_ABOVE_RANK, "role", role.name()))
        .orElse(Outcome.done(wanted));
  }

  /** Nobody at all gives an external a role that is not for externals. */
  private Outcome<List<RoleAssignment>> fitForExternals(
      Standing member, List<RoleAssignment> wanted) {
    if (!member.notes().external()) {
      return Outcome.done(wanted);
    }
    return wanted.stream()
        .filter(assignment -> !member.assignments().contains(assignment))
        .flatMap(assignment -> catalog.byId(assignment.roleId()).stream())
        .filter(role -> !role.external())
        .findFirst()
        .map(
            role ->
                Outcome.<List<RoleAssignment>>refused(
                    Refusal.ROLE_NOT_FOR_EXTERNALS, "role", role.name()))
        .orElse(Outcome.done(wanted));
  }

  /** Data of the server itself may hold periods that are over by now. */
  private Outcome<List<RoleAssignment>> wellFormed(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    boolean system = actor.kind() == Actor.Kind.SYSTEM;
    if (wanted.size() > MAX_ROLES) {
      return Outcome.refused(Refusal.TOO_MANY_ROLES, "max", Integer.toString(MAX_ROLES));
    }
    Set<String> seen = new HashSet<>();
    for (RoleAssignment assignment : wanted) {
      String role = assignment.roleId();
      boolean isNew = !member.assignments().contains(assignment);
      if (isNew && catalog.byId(role).isEmpty()) {
        return Outcome.refused(Refusal.UNKNOWN_ROLE_WANTED, "role", role);
      }
      if (!seen.add(role)) {
        return Outcome.refused(Refusal.ROLE_TWICE, "role", role);
      }
      Optional<Refusal> bad = badPeriod(assignment, isNew && !system);
      if (bad.isPresent()) {
        return Outcome.refused(bad.get(), "role", role);
      }
      Optional<Outcome<List<RoleAssignment>>> badLimit = badLimit(assignment, isNew && !system);
      if (badLimit.isPresent()) {
        return badLimit.get();
      }
    }
    return Outcome.done(List.copyOf(wanted));
  }

  /** A limit can lose its meaning later, when the vendor or the company changes the role. */
  private Optional<Outcome<List<RoleAssignment>>> badLimit(
      RoleAssignment assignment, boolean isNew) {
    Long limit = assignment.limit();
    if (limit == null) {
      return Optional.empty();
    }
    if (limit < 0 || limit > RoleAssignment.MAX_LIMIT) {
      return Optional.of(
          Outcome.refused(Refusal.LIMIT_INVALID, "max", Long.toString(RoleAssignment.MAX_LIMIT)));
    }
    return catalog
        .byId(assignment.roleId())
        .filter(role -> isNew && role.limited().isEmpty())
        .map(role -> Outcome.refused(Refusal.LIMIT_USELESS, "role", role.name()));
  }

  private Optional<Refusal> badPeriod(RoleAssignment assignment, boolean isNew) {
    Instant from = assignment.from();
    Instant until = assignment.until();
    if (isFarAway(from) || isFarAway(until)) {
      return Optional.of(Refusal.PERIOD_TOO_FAR);
    }
    if (until != null && from != null && !from.isBefore(until)) {
      return Optional.of(Refusal.PERIOD_INVERTED);
    }
    return isNew && assignment.isOver(now) ? Optional.of(Refusal.PERIOD_OVER) : Optional.empty();
  }

  private static boolean isFarAway(@Nullable Instant moment) {
    return moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST));
  }

  /** Every role that is added, taken away or given another period must be the actor's to give. */
  private Outcome<List<RoleAssignment>> withinReach(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    if (!actor.isMember()) {
      return Outcome.done(wanted);
    }
    Set<RoleAssignment> changed = new LinkedHashSet<>(wanted);
    changed.addAll(member.assignments());
    changed.removeIf(each -> wanted.contains(each) && member.assignments().contains(each));
    changed.removeIf(each -> each.isOver(now));
    for (RoleAssignment assignment : changed) {
      CompanyRole role = catalog.byId(assignment.roleId()).orElse(null);
      if (role == null) {
        continue;
      }
      if (!role.assignable()) {
        return Outcome.refused(Refusal.ROLE_NOT_ASSIGNABLE, "role", role.name());
      }
      boolean given = wanted.contains(assignment);
      Optional<Refusal> tooHigh = tooHigh(actor, given ? member : null, role);
      if (tooHigh.isPresent()) {
        return Outcome.refused(tooHigh.get(), "role", role.name());
      }
    }
    return defaultRoleWithinReach(actor, member, wanted);
  }

  /**
   * @param receiver who gets the role; null if it is taken away
   */
  private Optional<Refusal> tooHigh(Actor actor, @Nullable Standing receiver, CompanyRole role) {
    if (!actor.reaches(role.rank(), rankRule)) {
      return Optional.of(Refusal.ROLE_ABOVE_RANK);
    }
    boolean toSelf = receiver != null && actor.is(receiver);
    return toSelf && !actor.reachesForGood(role.rank(), rankRule)
        ? Optional.of(Refusal.RANK_ONLY_LENT)
        : Optional.empty();
  }

  /** Whoever takes roles away may thereby give the default role, which can be a high one. */
  private Outcome<List<RoleAssignment>> defaultRoleWithinReach(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    RoleCatalog open = member.notes().external() ? catalog.forExternals() : catalog;
    return open.byDefault()
        .filter(role -> gets(role, member.assignments(), wanted))
        .flatMap(
            role ->
                tooHigh(actor, member, role)
                    .map(
                        reason ->
                            Outcome.<List<RoleAssignment>>refused(reason, "role", role.name())))
        .orElse(Outcome.done(wanted));
  }

  /** Whether the role counts at some time at which it did not before. */
  private boolean gets(CompanyRole role, List<RoleAssignment> before, List<RoleAssignment> after) {
    return Stream.of(before, after)
        .flatMap(roles -> RoleAssignment.momentsFrom(now, roles).stream())
        .anyMatch(
            moment ->
                Standing.counting(after, catalog, moment).contains(role)
                    && !Standing.counting(before, catalog, moment).contains(role));
  }
}
