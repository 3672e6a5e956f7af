// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Person;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** All quotes, in memory, each company's on a shelf of its own. */
@Component
final class Quotes {

  /** Enough for a sample; after that the shelf is full instead of the memory. */
  static final int MOST_PER_COMPANY = 500;

  private final Map<String, QuoteShelf> shelves = new ConcurrentHashMap<>();
  private final Clock clock;

  Quotes(Clock clock) {
    this.clock = clock;
  }

  /**
   * The company's quotes, newest first. The first visit of a company and of a person fills in
   * samples.
   */
  List<Quote> of(String company, Person visitor) {
    return shelf(company, visitor).newestFirst();
  }

  /** Puts a new quote on the shelf; empty when it is full. */
  Optional<Quote> add(String company, QuoteDraft draft, Person owner) {
    return shelf(company, owner).add(draft, owner, clock.instant());
  }

  /**
   * Changes one quote, nobody else changing it meanwhile.
   *
   * @param step looks at the quote and says what becomes of it
   * @return what the step said; {@link OrderStep.NotFound} when there is no such quote
   */
  OrderStep change(String company, String id, Person visitor, Function<Quote, OrderStep> step) {
    return shelf(company, visitor).change(id, step);
  }

  /** What a step would do with one quote, which stays as it is. */
  OrderStep look(String company, String id, Person visitor, Function<Quote, OrderStep> step) {
    return shelf(company, visitor).look(id, step);
  }

  private QuoteShelf shelf(String company, Person visitor) {
    QuoteShelf shelf =
        shelves.computeIfAbsent(
            company, alias -> new QuoteShelf(SampleQuotes.ofCompany(clock.instant())));
    shelf.welcome(visitor, clock.instant());
    return shelf;
  }
}
