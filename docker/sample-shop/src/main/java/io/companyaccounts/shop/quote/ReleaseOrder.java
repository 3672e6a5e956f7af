// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.time.Instant;

/** Orders what a colleague has requested. */
final class ReleaseOrder {

  private ReleaseOrder() {}

  static OrderStep release(Quote quote, Buyer buyer, Instant now) {
    Quote next = quote.orderedBy(buyer.person(), now);
    return TakeStep.takeWithinLimit(
        quote, buyer, ShopPermission.ORDER_RELEASE, Quote.State.REQUESTED, next);
  }
}
