// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The quotes of one company. */
final class QuoteShelf {

  private static final int FIRST_NUMBER = 1001;

  private final Map<String, Quote> quotes = new LinkedHashMap<>();
  private final Set<String> welcomed = new HashSet<>();

  QuoteShelf(List<Quote> samples) {
    samples.forEach(sample -> put(sample));
  }

  /** Gives each person one open quote at the first visit, so that there is something to order. */
  synchronized void welcome(Person person, Instant now) {
    boolean room = welcomed.size() < Quotes.MOST_PER_COMPANY;
    if (room && !person.is(SampleQuotes.COLLEAGUE) && welcomed.add(person.id())) {
      add(SampleQuotes.WELCOME, person, now);
    }
  }

  synchronized List<Quote> newestFirst() {
    List<Quote> all = new ArrayList<>(quotes.values());
    Collections.reverse(all);
    return all;
  }

  synchronized Optional<Quote> add(QuoteDraft draft, Person owner, Instant now) {
    if (quotes.size() >= Quotes.MOST_PER_COMPANY) {
      return Optional.empty();
    }
    Quote quote = Quote.open(nextId(), draft, owner, now);
    put(quote);
    return Optional.of(quote);
  }

  synchronized OrderStep change(String id, Function<Quote, OrderStep> step) {
    OrderStep result = look(id, step);
    if (result instanceof OrderStep.Done done) {
      put(done.quote());
    }
    return result;
  }

  /** What a step would do, without doing it. */
  synchronized OrderStep look(String id, Function<Quote, OrderStep> step) {
    Quote quote = quotes.get(id);
    return quote == null ? new OrderStep.NotFound() : step.apply(quote);
  }

  private void put(Quote quote) {
    quotes.put(quote.id(), quote);
  }

  private String nextId() {
    return idOf(quotes.size());
  }

  static String idOf(int position) {
    return "Q-" + (FIRST_NUMBER + position);
  }
}
