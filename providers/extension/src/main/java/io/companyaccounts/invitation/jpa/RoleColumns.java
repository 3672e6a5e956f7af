// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.RoleAssignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role as four columns. */
final class RoleColumns {

  private RoleColumns() {}

  static RoleAssignment value(
      String roleId, @Nullable Long from, @Nullable Long until, @Nullable Long limit) {
    return new RoleAssignment(
        roleId,
        from == null ? null : Instant.ofEpochMilli(from),
        until == null ? null : Instant.ofEpochMilli(until),
        limit);
  }
}
