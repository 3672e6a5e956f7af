// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

/**
 * What a company itself demands.
 *
 * @param rule {@link EmailRule#OPEN} if it demands nothing
 * @param version grows with each change; 0 if nothing was ever set
 */
public record OwnEmailRule(EmailRule rule, int version) {

  public static final OwnEmailRule NONE = new OwnEmailRule(EmailRule.OPEN, 0);
}
