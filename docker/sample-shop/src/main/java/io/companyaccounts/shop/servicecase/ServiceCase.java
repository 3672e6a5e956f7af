// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.servicecase;

import io.companyaccounts.shop.access.Person;
import java.time.Instant;

/**
 * Something that is broken.
 *
 * @param id unique within its company
 * @param machine which machine, in the customer's words
 * @param problem what is wrong
 * @param openedBy who said so
 * @param openedAt when
 */
public record ServiceCase(
    String id, String machine, String problem, Person openedBy, Instant openedAt) {

  /** The longest name of a machine. */
  public static final int LONGEST_MACHINE = 60;

  /** The longest description of a problem. */
  public static final int LONGEST_PROBLEM = 500;
}
