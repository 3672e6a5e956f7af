// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a company itself sets; null leaves it to the vendor.
 *
 * @param requiredFor names of the permissions for which the password is asked; null: for all
 * @param windowSeconds how long a proof counts
 * @param memberTries how many wrong tries in a row lock a member
 * @param lockMinutes how long a lock lasts
 * @param minLength fewest characters, at least the vendor's
 */
public record OrderingChoice(
    @Nullable Set<String> requiredFor,
    @Nullable Integer windowSeconds,
    @Nullable Integer memberTries,
    @Nullable Integer lockMinutes,
    @Nullable Integer minLength) {

  /** Everything is the vendor's. */
  public static final OrderingChoice NONE = new OrderingChoice(null, null, null, null, null);

  public OrderingChoice {
    requiredFor = requiredFor == null ? null : Set.copyOf(requiredFor);
  }

  boolean requires(String operation) {
    return requiredFor == null || requiredFor.contains(operation);
  }

  /** What counts: the company's choice before the vendor's. */
  OrderingSettings over(OrderingSettings vendor) {
    return new OrderingSettings(
        windowSeconds == null ? vendor.windowSeconds() : windowSeconds,
        memberTries == null ? vendor.memberTries() : memberTries,
        vendor.companyTries(),
        lockMinutes == null ? vendor.lockMinutes() : lockMinutes,
        Math.max(minLength == null ? 0 : minLength, vendor.minLength()),
        vendor.operations(),
        vendor.withoutPassword(),
        vendor.loginAge());
  }
}
