// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.time.Instant;

/** Orders an open quote at once. */
final class PlaceOrder {

  private PlaceOrder() {}

  static OrderStep place(Quote quote, Buyer buyer, Instant now) {
    Quote next = quote.orderedBy(buyer.person(), now);
    return TakeStep.takeWithinLimit(
        quote, buyer, ShopPermission.ORDER_PLACE, Quote.State.OPEN, next);
  }
}
