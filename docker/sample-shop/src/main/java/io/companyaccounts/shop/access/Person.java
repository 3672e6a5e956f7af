// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

/**
 * Somebody who did something in the shop.
 *
 * @param id the claim {@code sub}, stable for the life of the account
 * @param name for showing
 */
public record Person(String id, String name) {

  /** Whether both are the same account, whatever it is called now. */
  public boolean is(Person other) {
    return id.equals(other.id);
  }
}
