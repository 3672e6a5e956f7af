// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

/**
 * What a quote is asked for.
 *
 * @param article what
 * @param quantity how many, 1 to {@value #MOST}
 * @param reference the customer's own words, up to {@value #LONGEST_REFERENCE} characters
 */
public record QuoteDraft(Article article, int quantity, String reference) {

  /** The most pieces of one quote. */
  public static final int MOST = 1_000;

  /** The longest reference. */
  public static final int LONGEST_REFERENCE = 60;
}
