// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;

/**
 * Decides which of the company's quotes somebody sees, provided that they may see quotes at all.
 */
final class SeeQuote {

  private SeeQuote() {}

  static boolean sees(Buyer buyer, Quote quote) {
    if (buyer.may(ShopPermission.QUOTE_VIEW).denied()) {
      return false;
    }
    return quote.owner().is(buyer.person())
        || buyer.may(ShopPermission.ORDER_VIEW_ALL).allowed()
        || waitsFor(buyer, quote);
  }

  private static boolean waitsFor(Buyer buyer, Quote quote) {
    return quote.state() == Quote.State.REQUESTED
        && buyer.may(ShopPermission.ORDER_RELEASE).allowed();
  }
}
