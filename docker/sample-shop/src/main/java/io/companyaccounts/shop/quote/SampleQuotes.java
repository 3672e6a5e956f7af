// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The same few quotes for every company, so that the shop is not empty at the first visit. */
final class SampleQuotes {

  /** Somebody of every company who has no account: only who may see all sees these quotes. */
  static final Person COLLEAGUE = new Person("sample-colleague", "Kim Sample");

  /** What each person finds at the first visit. */
  static final QuoteDraft WELCOME = new QuoteDraft(Article.NOZZLES, 10, "Welcome offer");

  private SampleQuotes() {}

  static List<Quote> ofCompany(Instant now) {
    Instant lastWeek = now.minus(Duration.ofDays(7));
    Instant yesterday = now.minus(Duration.ofDays(1));
    Quote open = sample(0, Article.LENS, 2, "Spare lenses", lastWeek);
    Quote requested = sample(1, Article.FILTER, 12, "Yearly maintenance", lastWeek);
    Quote ordered = sample(2, Article.BELT, 4, "Line 3", lastWeek);
    return List.of(
        open, requested.requestedBy(COLLEAGUE, yesterday), ordered.orderedBy(COLLEAGUE, yesterday));
  }

  private static Quote sample(
      int position, Article article, int quantity, String reference, Instant createdAt) {
    QuoteDraft draft = new QuoteDraft(article, quantity, reference);
    return Quote.open(QuoteShelf.idOf(position), draft, COLLEAGUE, createdAt);
  }
}
