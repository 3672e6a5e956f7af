// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Decides whether a member may become an external, who holds nothing but roles for externals, or an
 * ordinary member again.
 */
final class MakeExternal {

  private final RoleCatalog catalog;
  private final RankRule rankRule;
  private final Instant now;

  MakeExternal(RoleCatalog catalog, RankRule rankRule, Instant now) {
    this.catalog = catalog;
    this.rankRule = rankRule;
    this.now = now;
  }

  /**
   * @param wanted all roles that the external shall hold
   * @param othersManage whether somebody else manages members lastingly; asked only if it matters
   */
  Outcome<List<RoleAssignment>> external(
      Actor actor, Standing member, List<RoleAssignment> wanted, BooleanSupplier othersManage) {
    if (member.owner()) {
      return Outcome.refused(Refusal.OWNER_PROTECTED);
    }
    for (RoleAssignment assignment : wanted) {
      CompanyRole role = catalog.byId(assignment.roleId()).orElse(null);
      if (role != null && !role.external()) {
        return Outcome.refused(Refusal.ROLE_NOT_FOR_EXTERNALS, "role", role.name());
      }
    }
    return new ChangeRoles(catalog, rankRule, now).change(actor, member, wanted, othersManage);
  }

  /** Whoever may give the member roles may also let the default role count. */
  Outcome<Standing> ordinary(Actor actor, Standing member) {
    return new ChangeRoles(catalog, rankRule, now)
        .change(actor, member, member.assignments(), () -> true)
        .then(
            roles ->
                actor.isMember() && member.assignments().isEmpty() && defaultIsTooHigh(actor)
                    ? Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", defaultName())
                    : new KeepToLimits(actor, catalog, now).ordinary(member))
        .then(roles -> Outcome.done(member));
  }

  private boolean defaultIsTooHigh(Actor actor) {
    return catalog
        .byDefault()
        .filter(role -> !role.external() && !actor.reaches(role.rank(), rankRule))
        .isPresent();
  }

  private String defaultName() {
    return catalog.byDefault().map(CompanyRole::name).orElse("");
  }
}
