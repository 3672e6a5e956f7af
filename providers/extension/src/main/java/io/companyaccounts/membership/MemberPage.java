// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.List;

/**
 * Some of the members, and how many there are in all.
 *
 * @param members this page
 * @param total how many fit the query; {@value #CAP} if there are more than that
 * @param capped whether there are more than {@code total}
 */
public record MemberPage(List<Member> members, int total, boolean capped) {

  /** Totals are not counted beyond this. */
  public static final int CAP = 10_000;

  public MemberPage {
    members = List.copyOf(members);
  }
}
