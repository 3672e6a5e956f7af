// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The steps that bind the company, and that need a proof therefore. */
enum BindingStep {
  ORDER(ShopPermission.ORDER_PLACE, "ordered") {
    @Override
    OrderStep take(Quote quote, Buyer buyer, Instant now) {
      return PlaceOrder.place(quote, buyer, now);
    }
  },

  RELEASE(ShopPermission.ORDER_RELEASE, "released") {
    @Override
    OrderStep take(Quote quote, Buyer buyer, Instant now) {
      return ReleaseOrder.release(quote, buyer, now);
    }
  };

  private final ShopPermission needed;
  private final String done;

  BindingStep(ShopPermission needed, String done) {
    this.needed = needed;
    this.done = done;
  }

  /** The step of an operation; empty for one that the shop has not asked for. */
  static Optional<BindingStep> of(String operation) {
    return Arrays.stream(values()).filter(step -> step.needed.role().equals(operation)).findFirst();
  }

  /** The rule, which says what becomes of the quote apart from any proof. */
  abstract OrderStep take(Quote quote, Buyer buyer, Instant now);

  /** What has to be proven for it. */
  ProofRequest proof(Quote quote) {
    return ProofRequest.ordering(needed.role(), quote.fixedName());
  }

  ShopPermission needed() {
    return needed;
  }

  /** The end of the message key for success. */
  String done() {
    return done;
  }
}
