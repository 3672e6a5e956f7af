// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

/** Everything the shop guards: the client roles of its client in Keycloak. */
public enum ShopPermission {
  QUOTE_VIEW("quote.view"),
  QUOTE_CREATE("quote.create"),
  ORDER_REQUEST("order.request"),
  ORDER_PLACE("order.place"),
  ORDER_RELEASE("order.release"),
  ORDER_VIEW_ALL("order.view-all"),
  CASE_CREATE("case.create");

  private final String role;

  ShopPermission(String role) {
    this.role = role;
  }

  /** The name of the client role; also the end of the message key {@code permission.…}. */
  public String role() {
    return role;
  }
}
