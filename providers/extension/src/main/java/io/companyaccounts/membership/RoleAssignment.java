// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company role given to a member, for good or for a time (deputies), and in full or up to an
 * amount. Times are kept to the millisecond, as they are stored.
 *
 * @param roleId id of a predefined role (realm role) or of a custom role
 * @param from when it begins to count; null: at once
 * @param until when it stops to count (exclusive); null: it does not end by itself
 * @param limit up to which amount it gives those permissions of the role that can be limited, in
 *     whole units of the vendor's currency, 0 to {@value #MAX_LIMIT}; null: in full
 */
public record RoleAssignment(
    String roleId, @Nullable Instant from, @Nullable Instant until, @Nullable Long limit) {

  /** Larger amounts are a mistake, and JavaScript holds these exactly. */
  public static final long MAX_LIMIT = 999_999_999_999L;

  public RoleAssignment {
    from = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
    until = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A role without a limit. */
  public RoleAssignment(String roleId, @Nullable Instant from, @Nullable Instant until) {
    this(roleId, from, until, null);
  }

  /** A role without begin or end. */
  public static RoleAssignment lasting(String roleId) {
    return new RoleAssignment(roleId, null, null);
  }

  /** Whether it counts at that moment. */
  public boolean countsAt(Instant now) {
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }

  /** Whether it no longer counts and never will again. */
  public boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /** The same in full, or up to that amount. */
  RoleAssignment upTo(@Nullable Long amount) {
    return new RoleAssignment(roleId, from, until, amount);
  }

  /** The same role from the earlier begin to the later end, up to the larger amount. */
  RoleAssignment spanning(RoleAssignment other) {
    Instant begin =
        from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from;
    Instant end =
        until == null || other.until == null
            ? null
            : until.isAfter(other.until) ? until : other.until;
    Long largest =
        limit == null || other.limit == null ? null : Long.valueOf(Math.max(limit, other.limit));
    return new RoleAssignment(roleId, begin, end, largest);
  }

  /** Now, and every later moment at which one of these begins or stops to count. */
  static Set<Instant> momentsFrom(Instant now, Collection<RoleAssignment> assignments) {
    Set<Instant> moments = new TreeSet<>();
    moments.add(now);
    for (RoleAssignment each : assignments) {
      Stream.of(Optional.ofNullable(each.from), Optional.ofNullable(each.until))
          .flatMap(Optional::stream)
          .filter(now::isBefore)
          .forEach(moments::add);
    }
    return moments;
  }
}
