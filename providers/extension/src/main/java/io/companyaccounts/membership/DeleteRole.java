// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import io.companyaccounts.membership.MembershipRules.Holders;
import io.companyaccounts.membership.MembershipRules.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides whether a custom role may be deleted, and what its holders get instead. */
final class DeleteRole {

  private final RoleCatalog catalog;
  private final DefineRole define;
  private final RankRule rankRule;
  private final Instant now;

  DeleteRole(RoleCatalog catalog, DefineRole define, RankRule rankRule, Instant now) {
    this.catalog = catalog;
    this.define = define;
    this.rankRule = rankRule;
    this.now = now;
  }

  /**
   * @param moveTo id or name of the role that the holders get instead; null if none was named
   * @param othersManage whether somebody manages members lastingly without this role; asked only if
   *     it matters
   * @return what each holder has afterwards; empty if nobody holds the role
   */
  Outcome<List<Move>> delete(
      Actor actor,
      CompanyRole role,
      Holders holders,
      @Nullable String moveTo,
      BooleanSupplier othersManage) {
    return define
        .touch(actor, role)
        .then(mine -> moves(actor, role, holders, moveTo))
        .then(moves -> withinLimits(actor, moves))
        .then(
            moves ->
                losesManager(moves) && !othersManage.getAsBoolean()
                    ? Outcome.refused(Refusal.LAST_MANAGER)
                    : Outcome.done(moves));
  }

  private Outcome<List<Move>> moves(
      Actor actor, CompanyRole role, Holders holders, @Nullable String moveTo) {
    if (moveTo == null) {
      return holders.count() == 0
          ? Outcome.done(List.of())
          : new Outcome.Refused<>(
              Refusal.ROLE_HELD,
              Map.of("count", Long.toString(holders.count()), "holders", holders.names()));
    }
    CompanyRole target = catalog.find(moveTo).orElse(null);
    if (target == null || target.id().equals(role.id())) {
      return Outcome.refused(Refusal.UNKNOWN_ROLE_WANTED, "role", moveTo);
    }
    if (actor.isMember() && !target.assignable()) {
      return Outcome.refused(Refusal.ROLE_NOT_ASSIGNABLE, "role", target.name());
    }
    if (!actor.reaches(target.rank(), rankRule)) {
      return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", target.name());
    }
    if (!actor.reachesForGood(target.rank(), rankRule)) {
      return Outcome.refused(Refusal.RANK_ONLY_LENT, "role", target.name());
    }
    List<Standing> members = holders.standings().get();
    if (members.stream().anyMatch(member -> !actor.reaches(member.rank(), rankRule))) {
      return Outcome.refused(Refusal.MEMBER_ABOVE_RANK);
    }
    return Outcome.done(
        members.stream()
            .map(member -> new Move(member, moved(member.assignments(), role, target)))
            .toList());
  }

  /**
   * The period and the limit go along; whoever has the other role too has it as soon and as long as
   * either, and up to the larger amount. What is over is not moved, and no limit that would mean
   * nothing.
   */
  private List<RoleAssignment> moved(
      List<RoleAssignment> before, CompanyRole role, CompanyRole target) {
    Set<String> merged = Set.of(role.id(), target.id());
    List<RoleAssignment> after = new ArrayList<>(before);
    after.removeIf(each -> merged.contains(each.roleId()));
    List<RoleAssignment> moved =
        before.stream()
            .filter(each -> merged.contains(each.roleId()) && !each.isOver(now))
            .toList();
    moved.stream()
        .reduce(RoleAssignment::spanning)
        .map(
            all ->
                new RoleAssignment(
                    target.id(), all.from(), all.until(), limit(moved, role, target)))
        .ifPresent(after::add);
    return after;
  }

  /** What gives nothing that can be limited has no say in the limit, if something else has. */
  private static @Nullable Long limit(
      List<RoleAssignment> moved, CompanyRole role, CompanyRole target) {
    if (target.limited().isEmpty()) {
      return null;
    }
    return moved.stream()
        .filter(each -> !role.limited().isEmpty() || each.roleId().equals(target.id()))
        .reduce(RoleAssignment::spanning)
        .map(RoleAssignment::limit)
        .orElse(null);
  }

  private Outcome<List<Move>> withinLimits(Actor actor, List<Move> moves) {
    KeepToLimits keep = new KeepToLimits(actor, catalog, now);
    for (Move move : moves) {
      Outcome<List<RoleAssignment>> outcome = keep.change(move.member(), move.roles());
      if (outcome instanceof Outcome.Refused<List<RoleAssignment>> refused) {
        return new Outcome.Refused<>(refused.reason(), refused.details());
      }
    }
    return Outcome.done(moves);
  }

  private boolean losesManager(List<Move> moves) {
    return moves.stream().anyMatch(move -> manages(move, move.member().assignments()))
        && moves.stream().noneMatch(move -> manages(move, move.roles()));
  }

  private boolean manages(Move move, List<RoleAssignment> assignments) {
    Standing member = move.member();
    return member.state() == MemberState.ACTIVE
        && KeepAManager.manages(member.owner(), assignments, catalog, now);
  }
}
