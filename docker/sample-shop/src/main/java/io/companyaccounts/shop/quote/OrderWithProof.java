// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Proof;
import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.client.Verification;
import io.companyaccounts.shop.access.Buyer;
import java.time.Instant;
import java.util.function.Function;

/**
 * Orders or releases a quote for somebody who has just confirmed it: everything is decided on the
 * quote as it is now and on what the new token says, and the proof is used up before anything
 * changes. What the shop remembers of the way there counts for nothing.
 */
final class OrderWithProof {

  private final Quotes quotes;
  private final Function<Proof, Redemption> redeem;

  OrderWithProof(Quotes quotes, Function<Proof, Redemption> redeem) {
    this.quotes = quotes;
    this.redeem = redeem;
  }

  /**
   * Takes the step.
   *
   * @param buyer by the token that the person came back with
   * @return why not, if anything at all is not as it has to be
   */
  OrderStep order(String id, Buyer buyer, BindingStep step, Instant now) {
    OrderStep possible =
        quotes.look(buyer.company(), id, buyer.person(), quote -> step.take(quote, buyer, now));
    if (!(possible instanceof OrderStep.Done done)) {
      return possible;
    }
    ProofRequest wanted = step.proof(done.quote());
    Verification verification = buyer.proves(wanted, now);
    if (verification.proof().isEmpty()) {
      return new OrderStep.Unproven(verification.reason());
    }
    Proof proof = verification.proof().get();
    if (!proof.limit().allows(done.quote().total())) {
      return new OrderStep.Forbidden(
          new Decision(Decision.Reason.ABOVE_LIMIT, buyer.company(), step.needed().role()));
    }
    Redemption redemption = redeem.apply(proof);
    boolean usedUp =
        redemption instanceof Redemption.Redeemed redeemed
            && redeemed.user().equals(buyer.person().id());
    return usedUp ? change(id, buyer, step, wanted, now) : new OrderStep.NotRedeemed(redemption);
  }

  /** Meanwhile the quote may have become another one, or a colleague may have been faster. */
  private OrderStep change(
      String id, Buyer buyer, BindingStep step, ProofRequest proven, Instant now) {
    return quotes.change(
        buyer.company(),
        id,
        buyer.person(),
        quote ->
            step.proof(quote).equals(proven)
                ? step.take(quote, buyer, now)
                : new OrderStep.Unproven(Verification.Reason.OTHER_REFERENCE));
  }
}
