// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Decides whether somebody may give a member exactly these roles. */
final class ChangeRoles {

  /** More roles than this for one person are a mistake. */
  static final int MAX_ROLES = 20;

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
        .then(roles -> withinReach(actor, member, roles))
        .then(
            roles ->
                actor.kind() != Actor.Kind.SYSTEM
                        && KeepAManager.wouldLeaveNobody(
                            member, roles, true, catalog, now, othersManage)
                    ? Outcome.refused(Refusal.LAST_MANAGER)
                    : Outcome.done(roles));
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
      if (catalog.byId(role).isEmpty()) {
        return Outcome.refused(Refusal.UNKNOWN_ROLE_WANTED, "role", role);
      }
      if (!seen.add(role)) {
        return Outcome.refused(Refusal.ROLE_TWICE, "role", role);
      }
      Instant from = assignment.from();
      Instant until = assignment.until();
      if (until != null && from != null && !from.isBefore(until)) {
        return Outcome.refused(Refusal.PERIOD_INVERTED, "role", role);
      }
      boolean isNew = !system && !member.assignments().contains(assignment);
      if (isNew && until != null && !now.isBefore(until)) {
        return Outcome.refused(Refusal.PERIOD_OVER, "role", role);
      }
    }
    return Outcome.done(List.copyOf(wanted));
  }

  /** Every role that is added, taken away or given another period must be the actor's to give. */
  private Outcome<List<RoleAssignment>> withinReach(
      Actor actor, Standing member, List<RoleAssignment> wanted) {
    if (!actor.isMember()) {
      return Outcome.done(wanted);
    }
    Set<RoleAssignment> changed = new HashSet<>(wanted);
    changed.addAll(member.assignments());
    changed.removeIf(each -> wanted.contains(each) && member.assignments().contains(each));
    for (RoleAssignment assignment : changed) {
      CompanyRole role = catalog.byId(assignment.roleId()).orElse(null);
      if (role == null) {
        continue;
      }
      if (!role.assignable()) {
        return Outcome.refused(Refusal.ROLE_NOT_ASSIGNABLE, "role", role.name());
      }
      if (!actor.reaches(role.rank(), rankRule)) {
        return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", role.name());
      }
    }
    return Outcome.done(wanted);
  }
}
