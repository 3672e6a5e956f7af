// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, as it was typed, so that a form with a mistake comes back as it was.
 *
 * @param article name of an article
 * @param quantity digits
 * @param reference free text
 */
public record QuoteForm(String article, String quantity, String reference) {

  /** Fields that were not sent count as empty. */
  public QuoteForm(
      @Nullable String article, @Nullable String quantity, @Nullable String reference) {
    this.article = article == null ? "" : article;
    this.quantity = quantity == null ? "" : quantity;
    this.reference = reference == null ? "" : reference;
  }

  static QuoteForm empty() {
    return new QuoteForm("", "1", "");
  }

  Optional<Article> chosenArticle() {
    return Arrays.stream(Article.values()).filter(one -> one.name().equals(article)).findFirst();
  }

  Optional<Integer> typedQuantity() {
    String digits = quantity.strip();
    return digits.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
