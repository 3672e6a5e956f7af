// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/**
 * A company that has somebody who manages members, without an end date, must keep at least one. The
 * owner counts, roles that end by themselves do not.
 */
final class KeepAManager {

  private KeepAManager() {}

  /** Whether these roles let their holder manage members now and at every later moment. */
  static boolean manages(
      boolean owner, Collection<RoleAssignment> assignments, RoleCatalog catalog, Instant now) {
    return owner
        || RoleAssignment.momentsFrom(now, assignments).stream()
            .map(moment -> Standing.counting(assignments, catalog, moment))
            .allMatch(
                roles -> roles.stream().anyMatch(role -> role.permits(Permission.MEMBERS_MANAGE)));
  }

  /**
   * Whether a change of one member would leave nobody.
   *
   * @param before the member as stored
   * @param after the assignments wanted; empty also when the member is shut out
   * @param stays false if the member is shut out by the change
   * @param othersManage whether anybody else manages lastingly; asked only if it matters
   */
  static boolean wouldLeaveNobody(
      Standing before,
      Collection<RoleAssignment> after,
      boolean stays,
      RoleCatalog catalog,
      Instant now,
      BooleanSupplier othersManage) {
    boolean managed =
        before.state() == MemberState.ACTIVE
            && manages(before.owner(), before.assignments(), catalog, now);
    boolean manages = stays && manages(before.owner(), after, catalog, now);
    return managed && !manages && !othersManage.getAsBoolean();
  }
}
