// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import static io.companyaccounts.shop.access.ShopPermission.ORDER_PLACE;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_RELEASE;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_REQUEST;
import static io.companyaccounts.shop.access.ShopPermission.ORDER_VIEW_ALL;
import static io.companyaccounts.shop.access.ShopPermission.QUOTE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.client.Decision.Reason;
import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.Person;
import io.companyaccounts.shop.access.ShopPermission;
import io.companyaccounts.shop.access.Tokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderRulesTest {

  private static final Instant MADE = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");
  private static final QuoteDraft DRAFT = new QuoteDraft(Article.LENS, 2, "Line 3");

  private final Buyer operator = Tokens.buyer("olaf", QUOTE_VIEW, ORDER_REQUEST);
  private final Buyer purchaser =
      Tokens.buyer("petra", QUOTE_VIEW, ORDER_REQUEST, ORDER_PLACE, ORDER_RELEASE, ORDER_VIEW_ALL);

  private static Quote openQuoteOf(Buyer owner) {
    return Quote.open("Q-1", DRAFT, owner.person(), MADE);
  }

  private static Quote requestedQuoteOf(Buyer owner) {
    return openQuoteOf(owner).requestedBy(owner.person(), MADE);
  }

  private static void assertForbidden(OrderStep step, ShopPermission missing) {
    assertThat(step)
        .isInstanceOfSatisfying(
            OrderStep.Forbidden.class,
            forbidden -> {
              assertThat(forbidden.decision().permission()).isEqualTo(missing.role());
              assertThat(forbidden.decision().reason()).isEqualTo(Reason.PERMISSION_MISSING);
            });
  }

  private static Quote done(OrderStep step) {
    return ((OrderStep.Done) step).quote();
  }

  @Test
  void whoMayOnlyRequestRequests() {
    Quote requested = done(RequestOrder.request(openQuoteOf(operator), operator, NOW));
    assertThat(requested.state()).isEqualTo(Quote.State.REQUESTED);
    assertThat(requested.requester()).isEqualTo(operator.person());
    assertThat(requested.changedAt()).isEqualTo(NOW);
    assertThat(requested.createdAt()).isEqualTo(MADE);
  }

  @Test
  void whoMayOnlyRequestNeitherOrdersNorReleases() {
    assertForbidden(PlaceOrder.place(openQuoteOf(operator), operator, NOW), ORDER_PLACE);
    assertForbidden(ReleaseOrder.release(requestedQuoteOf(operator), operator, NOW), ORDER_RELEASE);
  }

  @Test
  void whoMayNotRequestDoesNotRequest() {
    Buyer reader = Tokens.buyer("rita", QUOTE_VIEW, ORDER_VIEW_ALL);
    assertForbidden(RequestOrder.request(openQuoteOf(reader), reader, NOW), ORDER_REQUEST);
  }

  @Test
  void aReleasedRequestIsOrderedAndRemembersBoth() {
    Quote released = done(ReleaseOrder.release(requestedQuoteOf(operator), purchaser, NOW));
    assertThat(released.state()).isEqualTo(Quote.State.ORDERED);
    assertThat(released.requester()).isEqualTo(operator.person());
    assertThat(released.buyer()).isEqualTo(purchaser.person());
    assertThat(released.owner()).isEqualTo(operator.person());
  }

  @Test
  void whoMayOrderOrdersAtOnce() {
    Quote ordered = done(PlaceOrder.place(openQuoteOf(purchaser), purchaser, NOW));
    assertThat(ordered.state()).isEqualTo(Quote.State.ORDERED);
    assertThat(ordered.requester()).isNull();
    assertThat(ordered.buyer()).isEqualTo(purchaser.person());
  }

  @Test
  void aStepOutOfTurnChangesNothing() {
    Quote open = openQuoteOf(purchaser);
    Quote ordered = open.orderedBy(purchaser.person(), MADE);
    Quote requested = requestedQuoteOf(purchaser);
    assertThat(ReleaseOrder.release(open, purchaser, NOW)).isEqualTo(wrong(open));
    assertThat(ReleaseOrder.release(ordered, purchaser, NOW)).isEqualTo(wrong(ordered));
    assertThat(PlaceOrder.place(ordered, purchaser, NOW)).isEqualTo(wrong(ordered));
    assertThat(PlaceOrder.place(requested, purchaser, NOW)).isEqualTo(wrong(requested));
    assertThat(RequestOrder.request(requested, purchaser, NOW)).isEqualTo(wrong(requested));
    assertThat(RequestOrder.request(ordered, purchaser, NOW)).isEqualTo(wrong(ordered));
  }

  private static OrderStep wrong(Quote quote) {
    return new OrderStep.WrongState(quote);
  }

  @Test
  void quotesOfOthersAreNotThereForWhoSeesOnlyOwn() {
    Buyer orderer = Tokens.buyer("otto", QUOTE_VIEW, ORDER_PLACE, ORDER_REQUEST);
    assertThat(PlaceOrder.place(openQuoteOf(purchaser), orderer, NOW))
        .isEqualTo(new OrderStep.NotFound());
    assertThat(RequestOrder.request(openQuoteOf(purchaser), orderer, NOW))
        .isEqualTo(new OrderStep.NotFound());
  }

  @Test
  void thePermissionIsAskedBeforeItIsSaidWhetherTheQuoteExists() {
    assertForbidden(PlaceOrder.place(openQuoteOf(purchaser), operator, NOW), ORDER_PLACE);
  }

  @Test
  void whoMayReleaseSeesWhatWaitsAndNothingElseOfOthers() {
    Buyer releaser = Tokens.buyer("rosa", QUOTE_VIEW, ORDER_RELEASE);
    assertThat(SeeQuote.sees(releaser, requestedQuoteOf(operator))).isTrue();
    assertThat(SeeQuote.sees(releaser, openQuoteOf(operator))).isFalse();
    assertThat(done(ReleaseOrder.release(requestedQuoteOf(operator), releaser, NOW)).buyer())
        .isEqualTo(releaser.person());
  }

  @Test
  void everybodySeesOwnQuotesAndWhoMaySeeAllSeesAll() {
    assertThat(SeeQuote.sees(operator, openQuoteOf(operator))).isTrue();
    assertThat(SeeQuote.sees(operator, openQuoteOf(purchaser))).isFalse();
    assertThat(SeeQuote.sees(purchaser, openQuoteOf(operator))).isTrue();
  }

  @Test
  void whoMayNotSeeQuotesSeesNotEvenOwnOnes() {
    Buyer blind = Tokens.buyer("bert", ORDER_VIEW_ALL, ORDER_RELEASE, ORDER_PLACE);
    assertThat(SeeQuote.sees(blind, openQuoteOf(blind))).isFalse();
    assertThat(PlaceOrder.place(openQuoteOf(blind), blind, NOW))
        .isEqualTo(new OrderStep.NotFound());
  }

  @Test
  void anotherAccountOfTheSameNameIsSomebodyElse() {
    Quote quote = Quote.open("Q-1", DRAFT, new Person("other", "olaf of acme"), MADE);
    assertThat(SeeQuote.sees(operator, quote)).isFalse();
  }

  @Test
  void aPersonWhoWasRenamedKeepsTheQuotes() {
    Quote quote = Quote.open("Q-1", DRAFT, new Person("olaf", "Olaf Before"), MADE);
    assertThat(SeeQuote.sees(operator, quote)).isTrue();
  }
}
