// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import static io.companyaccounts.shop.access.ShopPermission.ORDER_PLACE;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_VIEW_ALL;
import static io.companyaccounts.shop.access.ShopPermission.QUOTE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.Person;
import io.companyaccounts.shop.access.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class QuotesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");
  private static final Person ERIKA = new Person("erika", "Erika Muster");
  private static final Person OLAF = new Person("olaf", "Olaf Operator");

  private final Quotes quotes = new Quotes(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void everyCompanyStartsWithTheSameSamples() {
    assertThat(quotes.of("acme", ERIKA))
        .extracting(Quote::id, Quote::state)
        .containsExactly(
            tuple("Q-1004", Quote.State.OPEN),
            tuple("Q-1003", Quote.State.ORDERED),
            tuple("Q-1002", Quote.State.REQUESTED),
            tuple("Q-1001", Quote.State.OPEN));
    assertThat(quotes.of("zeta", ERIKA)).isEqualTo(quotes.of("acme", ERIKA));
  }

  @Test
  void everybodyIsWelcomedWithOneOpenQuoteAndOnlyOnce() {
    quotes.of("acme", ERIKA);
    quotes.of("acme", OLAF);
    quotes.of("acme", OLAF);
    assertThat(quotes.of("acme", ERIKA))
        .filteredOn(quote -> quote.owner().is(OLAF))
        .singleElement()
        .matches(quote -> quote.state() == Quote.State.OPEN);
  }

  @Test
  void companiesShareNothing() {
    Quote made = quotes.add("acme", new QuoteDraft(Article.BELT, 1, "secret"), ERIKA).orElseThrow();
    assertThat(quotes.of("zeta", ERIKA)).noneMatch(one -> one.draft().equals(made.draft()));
    assertThat(quotes.change("zeta", made.id(), ERIKA, OrderStep.WrongState::new))
        .isEqualTo(new OrderStep.NotFound());
  }

  @Test
  void aStepThatIsNotDoneChangesNothing() {
    quotes.change("acme", "Q-1001", ERIKA, quote -> new OrderStep.NotFound());
    assertThat(quotes.of("acme", ERIKA))
        .filteredOn(quote -> quote.id().equals("Q-1001"))
        .singleElement()
        .matches(quote -> quote.state() == Quote.State.OPEN);
  }

  @Test
  void ofManyWhoOrderTheSameQuoteOneDoes() throws Exception {
    Buyer buyer = Tokens.buyer("petra", QUOTE_VIEW, ORDER_PLACE, ORDER_VIEW_ALL);
    Callable<OrderStep> order =
        () ->
            quotes.change(
                "acme", "Q-1001", buyer.person(), quote -> PlaceOrder.place(quote, buyer, NOW));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int orders = 0;
      for (Future<OrderStep> step : threads.invokeAll(Collections.nCopies(64, order))) {
        orders += step.get() instanceof OrderStep.Done ? 1 : 0;
      }
      assertThat(orders).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
