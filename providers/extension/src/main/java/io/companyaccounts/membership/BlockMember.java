// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decides whether a member may be shut out of the company, or let in again. */
final class BlockMember {

  private final RoleCatalog catalog;
  private final RankRule rankRule;
  private final Instant now;

  BlockMember(RoleCatalog catalog, RankRule rankRule, Instant now) {
    this.catalog = catalog;
    this.rankRule = rankRule;
    this.now = now;
  }

  Outcome<Standing> block(Actor actor, Standing member, BooleanSupplier othersManage) {
    return mayManage(actor, member)
        .then(
            target -> {
              if (target.state() == MemberState.BLOCKED) {
                return Outcome.refused(Refusal.MEMBER_BLOCKED);
              }
              if (target.owner()) {
                return Outcome.refused(Refusal.OWNER_PROTECTED);
              }
              return KeepAManager.wouldLeaveNobody(
                      target, List.of(), false, catalog, now, othersManage)
                  ? Outcome.refused(Refusal.LAST_MANAGER)
                  : Outcome.done(target);
            });
  }

  /** Whether somebody may shut out a person who is not a member: no company reaches outsiders. */
  static Outcome<String> keepOut(Actor actor, String userId) {
    return actor.isMember() ? Outcome.refused(Refusal.NOT_PERMITTED) : Outcome.done(userId);
  }

  Outcome<Standing> unblock(Actor actor, Standing member) {
    return mayManage(actor, member)
        .then(
            target ->
                target.state() == MemberState.BLOCKED
                    ? Outcome.done(target)
                    : Outcome.refused(Refusal.MEMBER_NOT_BLOCKED));
  }

  private Outcome<Standing> mayManage(Actor actor, Standing member) {
    if (!actor.may(Permission.MEMBERS_MANAGE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.MEMBERS_MANAGE.key());
    }
    return actor.reaches(member.rank(), rankRule)
        ? Outcome.done(member)
        : Outcome.refused(Refusal.MEMBER_ABOVE_RANK);
  }
}
