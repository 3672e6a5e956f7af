// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;

/**
 * What all steps have in common: the order of the questions. First may you, then is it, then can
 * it, and last for how much.
 */
final class TakeStep {

  private TakeStep() {}

  /**
   * Checks a step.
   *
   * @param next the quote after the step
   */
  static OrderStep take(
      Quote quote, Buyer buyer, ShopPermission needed, Quote.State from, Quote next) {
    Decision decision = buyer.may(needed);
    if (decision.denied()) {
      return new OrderStep.Forbidden(decision);
    }
    if (!SeeQuote.sees(buyer, quote)) {
      return new OrderStep.NotFound();
    }
    return quote.state() == from ? new OrderStep.Done(next) : new OrderStep.WrongState(quote);
  }

  /** The same for a step that is binding: the price must be within the person's limit. */
  static OrderStep takeWithinLimit(
      Quote quote, Buyer buyer, ShopPermission needed, Quote.State from, Quote next) {
    OrderStep step = take(quote, buyer, needed, from, next);
    Decision decision = buyer.may(needed, quote.total());
    return step instanceof OrderStep.Done && decision.denied()
        ? new OrderStep.Forbidden(decision)
        : step;
  }
}
