// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import java.math.BigDecimal;

/** What the shop sells: parts for machines. */
public enum Article {
  NOZZLES("48.50"),
  LENS("312.00"),
  FILTER("86.90"),
  PUNCH("154.00"),
  BELT("63.75"),
  SENSOR("129.00");

  private final BigDecimal price;

  Article(String price) {
    this.price = new BigDecimal(price);
  }

  /** The price of one, in euro, with two decimals. */
  public BigDecimal price() {
    return price;
  }
}
