// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How many people an organization may have, and how many places are taken. Blocked people take
 * none.
 *
 * @param limit members and open invitations together; null: as many as wanted
 * @param members native members now
 * @param openInvitations invitations that can still be accepted, native ones included
 */
public record Seats(@Nullable Integer limit, long members, long openInvitations) {

  /** Attribute of organization and realm that limits the seats; only the vendor sets it. */
  public static final String KEY = "company.seats";

  /** No limit; nobody was counted. */
  public static final Seats UNLIMITED = new Seats(null, 0, 0);

  /** Reads the attribute's value; empty for anything but a whole number from 0 on. */
  public static Optional<Integer> parse(String value) {
    try {
      return Optional.of(Integer.parseInt(value.strip())).filter(number -> number >= 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** How many people can still be invited, never below zero; empty if there is no limit. */
  public OptionalLong left() {
    return limit == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, limit - members - openInvitations));
  }

  /** Whether that many more can be invited. */
  public boolean leaves(long more) {
    return limit == null || members + openInvitations + more <= limit;
  }

  /**
   * Whether somebody who is counted as a member already may stay.
   *
   * @param invited whether an invitation kept the seat; it does not hold a lowered limit up
   */
  public boolean hold(boolean invited) {
    return limit == null || members + (invited ? 0 : openInvitations) <= limit;
  }
}
