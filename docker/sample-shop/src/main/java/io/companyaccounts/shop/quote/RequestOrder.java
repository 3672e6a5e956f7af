// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.time.Instant;

/** Asks a colleague to order: for those who may not order themselves. */
final class RequestOrder {

  private RequestOrder() {}

  static OrderStep request(Quote quote, Buyer buyer, Instant now) {
    Quote next = quote.requestedBy(buyer.person(), now);
    return TakeStep.take(quote, buyer, ShopPermission.ORDER_REQUEST, Quote.State.OPEN, next);
  }
}
