// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.jspecify.annotations.Nullable;

/**
 * Which members to list.
 *
 * @param search part of first name, last name, e-mail address or login name, ignoring case; null:
 *     everybody
 * @param roleId only who holds this role now; null: any
 * @param state only this state; null: any
 * @param sort order of the list
 * @param descending whether the order is turned round
 * @param first how many to leave out, at least 0
 * @param max how many to give at most, 1 to 100
 */
public record MemberQuery(
    @Nullable String search,
    @Nullable String roleId,
    @Nullable MemberState state,
    Sort sort,
    boolean descending,
    int first,
    int max) {

  /** What members can be ordered by. */
  public enum Sort {
    USERNAME,
    NAME,
    EMAIL
  }

  /** The first members by login name. */
  public static MemberQuery firstPage(int max) {
    return new MemberQuery(null, null, null, Sort.USERNAME, false, 0, max);
  }
}
