// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company role given to a member, for good or for a time (deputies).
 *
 * @param roleId id of a predefined role (realm role) or of a custom role
 * @param from when it begins to count; null: at once
 * @param until when it stops to count (exclusive); null: it does not end by itself
 */
public record RoleAssignment(String roleId, @Nullable Instant from, @Nullable Instant until) {

  /** A role without begin or end. */
  public static RoleAssignment lasting(String roleId) {
    return new RoleAssignment(roleId, null, null);
  }

  /** Whether it counts at that moment. */
  public boolean countsAt(Instant now) {
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }

  /** Whether it counts now and goes on without an end. */
  public boolean lastsFrom(Instant now) {
    return until == null && countsAt(now);
  }
}
