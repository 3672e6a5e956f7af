// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Decides whether somebody may be named the owner of a company, or the company left without one.
 */
final class NameOwner {

  private NameOwner() {}

  /** Only a realm admin names an owner; a company hands ownership over in two steps. */
  static Outcome<Standing> name(Actor actor, Standing candidate) {
    if (actor.isMember()) {
      return Outcome.refused(Refusal.NOT_PERMITTED);
    }
    if (candidate.notes().external()) {
      return Outcome.refused(Refusal.MEMBER_EXTERNAL);
    }
    return candidate.state() == MemberState.BLOCKED
        ? Outcome.refused(Refusal.MEMBER_BLOCKED)
        : Outcome.done(candidate);
  }

  /**
   * @param owner the present owner
   * @param othersManage whether anybody else manages members lastingly
   */
  static Outcome<Standing> clear(
      Actor actor, Standing owner, RoleCatalog catalog, Instant now, BooleanSupplier othersManage) {
    if (actor.isMember()) {
      return Outcome.refused(Refusal.NOT_PERMITTED);
    }
    boolean stillManages = KeepAManager.manages(false, owner.assignments(), catalog, now);
    return stillManages || othersManage.getAsBoolean()
        ? Outcome.done(owner)
        : Outcome.refused(Refusal.LAST_MANAGER);
  }
}
