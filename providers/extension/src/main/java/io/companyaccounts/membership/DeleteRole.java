// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides whether a custom role may be deleted, and what its holders get instead. */
final class DeleteRole {

  private final RoleCatalog catalog;
  private final DefineRole define;
  private final RankRule rankRule;

  DeleteRole(RoleCatalog catalog, DefineRole define, RankRule rankRule) {
    this.catalog = catalog;
    this.define = define;
    this.rankRule = rankRule;
  }

  /**
   * @param holders how many members hold the role, those of a later period included
   * @param holderNames some of them by name, for the text of the refusal
   * @param moveTo id or name of the role that the holders get instead; null if none was named
   * @param othersManage whether somebody manages members lastingly without this role
   * @return the role to move the holders to; empty if nobody holds it
   */
  Outcome<Optional<CompanyRole>> delete(
      Actor actor,
      CompanyRole role,
      long holders,
      String holderNames,
      @Nullable String moveTo,
      BooleanSupplier othersManage) {
    return define
        .touch(actor, role)
        .then(mine -> target(actor, role, holders, holderNames, moveTo))
        .then(
            target -> {
              boolean keeps =
                  !role.permits(Permission.MEMBERS_MANAGE)
                      || target.filter(to -> to.permits(Permission.MEMBERS_MANAGE)).isPresent()
                      || holders == 0
                      || othersManage.getAsBoolean();
              return keeps ? Outcome.done(target) : Outcome.refused(Refusal.LAST_MANAGER);
            });
  }

  private Outcome<Optional<CompanyRole>> target(
      Actor actor, CompanyRole role, long holders, String holderNames, @Nullable String moveTo) {
    if (moveTo == null) {
      return holders == 0
          ? Outcome.done(Optional.empty())
          : new Outcome.Refused<>(
              Refusal.ROLE_HELD, Map.of("count", Long.toString(holders), "holders", holderNames));
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
    return Outcome.done(Optional.of(target));
  }
}
