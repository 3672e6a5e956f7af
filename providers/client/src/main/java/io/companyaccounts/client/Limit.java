// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.math.BigDecimal;

/**
 * Up to which amount a person may use a permission, in the vendor's currency. What is said in a way
 * that cannot be read is never taken for "no limit".
 *
 * <p>Source: {@code resource_access.<client>.limits} in the organization's entry of the token, and
 * {@code limit} of a proof: whole units.
 */
public sealed interface Limit {

  /** The largest amount that is read: what JSON numbers hold exactly in every language. */
  long LARGEST = 9_007_199_254_740_991L;

  /**
   * Whether an amount is within the limit; an amount that equals it is.
   *
   * @param amount in units of the vendor's currency, with fractions where there are some
   * @throws IllegalArgumentException when the amount is negative
   */
  default boolean allows(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("the amount is negative");
    }
    return reaches(amount);
  }

  private boolean reaches(BigDecimal amount) {
    if (this instanceof UpTo upTo) {
      return amount.compareTo(BigDecimal.valueOf(upTo.amount())) <= 0;
    }
    return this instanceof None;
  }

  /** No limit: every amount is allowed. */
  record None() implements Limit {}

  /**
   * A limit.
   *
   * @param amount the largest amount that is allowed, in whole units; 0 to {@value #LARGEST}
   */
  record UpTo(long amount) implements Limit {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when the amount is out of bounds
     */
    public UpTo {
      if (amount < 0 || amount > LARGEST) {
        throw new IllegalArgumentException("the limit is out of bounds");
      }
    }
  }

  /**
   * Nothing that can be relied on is said, because the limit is not a whole number or because the
   * person does not have the permission at all: no amount is allowed.
   */
  record Unknown() implements Limit {}
}
