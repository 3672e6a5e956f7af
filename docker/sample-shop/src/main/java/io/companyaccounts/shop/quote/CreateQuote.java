// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.ShopPermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes a quote of what somebody typed. */
final class CreateQuote {

  private CreateQuote() {}

  /** What became of it. */
  sealed interface Result {}

  /** There is a new quote. */
  record Created(Quote quote) implements Result {}

  /** The person may not create quotes. */
  record Forbidden(Decision decision) implements Result {}

  /** The form has to be filled in again. */
  record Invalid(Set<Problem> problems) implements Result {}

  /** What can be wrong with a form; each has its text. */
  enum Problem {
    ARTICLE,
    QUANTITY,
    REFERENCE,
    FULL
  }

  static Result create(Quotes quotes, Buyer buyer, QuoteForm form) {
    Decision decision = buyer.may(ShopPermission.QUOTE_CREATE);
    if (decision.denied()) {
      return new Forbidden(decision);
    }
    Optional<Article> article = form.chosenArticle();
    Optional<Integer> quantity = form.typedQuantity();
    String reference = form.reference().strip();
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    if (article.isEmpty()) {
      problems.add(Problem.ARTICLE);
    }
    if (quantity.filter(pieces -> pieces >= 1 && pieces <= QuoteDraft.MOST).isEmpty()) {
      problems.add(Problem.QUANTITY);
    }
    if (reference.length() > QuoteDraft.LONGEST_REFERENCE) {
      problems.add(Problem.REFERENCE);
    }
    return problems.isEmpty()
        ? add(
            quotes, buyer, new QuoteDraft(article.orElseThrow(), quantity.orElseThrow(), reference))
        : new Invalid(problems);
  }

  private static Result add(Quotes quotes, Buyer buyer, QuoteDraft draft) {
    return quotes
        .add(buyer.company(), draft, buyer.person())
        .<Result>map(Created::new)
        .orElseGet(() -> new Invalid(EnumSet.of(Problem.FULL)));
  }
}
