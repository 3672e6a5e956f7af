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
import java.util.Map;
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

  private static Buyer limited(int limit) {
    String[] roles = {QUOTE_VIEW.role(), ORDER_PLACE.role(), ORDER_RELEASE.role()};
    Map<String, Object> limits = Map.of(ORDER_PLACE.role(), limit, ORDER_RELEASE.role(), limit);
    return Tokens.buyer("lena", Map.of("organization", Tokens.organization("acme", limits, roles)));
  }

  private static void assertAboveLimit(OrderStep step) {
    assertThat(step)
        .isInstanceOfSatisfying(
            OrderStep.Forbidden.class,
            forbidden -> assertThat(forbidden.decision().reason()).isEqualTo(Reason.ABOVE_LIMIT));
  }

  @Test
  void aPriceAboveTheLimitIsNeitherOrderedNorReleased() {
    assertAboveLimit(PlaceOrder.place(openQuoteOf(limited(623)), limited(623), NOW));
    assertAboveLimit(ReleaseOrder.release(requestedQuoteOf(operator), limited(623), NOW));
  }

  @Test
  void aPriceThatEqualsTheLimitIsWithinIt() {
    Quote quote = openQuoteOf(limited(624));
    assertThat(quote.total()).isEqualByComparingTo("624");
    assertThat(done(PlaceOrder.place(quote, limited(624), NOW)).state())
        .isEqualTo(Quote.State.ORDERED);
  }

  @Test
  void theLimitIsLookedAtLast() {
    Quote ordered = openQuoteOf(limited(1)).orderedBy(operator.person(), MADE);
    assertThat(PlaceOrder.place(ordered, limited(1), NOW)).isEqualTo(wrong(ordered));
    assertThat(PlaceOrder.place(openQuoteOf(operator), limited(1), NOW))
        .isEqualTo(new OrderStep.NotFound());
  }

  @Test
  void theFixedNameChangesWithEverythingThatIsBought() {
    Quote quote = Quote.open("Q-1", DRAFT, operator.person(), MADE);
    assertThat(quote.fixedName()).matches("Q-1\\.[0-9a-f]{32}");
    assertThat(quote.requestedBy(operator.person(), NOW).fixedName()).isEqualTo(quote.fixedName());
    Person owner = operator.person();
    for (Quote other :
        new Quote[] {
          Quote.open("Q-2", DRAFT, owner, MADE),
          Quote.open("Q-1", new QuoteDraft(Article.BELT, 2, "Line 3"), owner, MADE),
          Quote.open("Q-1", new QuoteDraft(Article.LENS, 3, "Line 3"), owner, MADE),
          Quote.open("Q-1", new QuoteDraft(Article.LENS, 2, "Line 4"), owner, MADE),
          Quote.open("Q-1", DRAFT, purchaser.person(), MADE),
          Quote.open("Q-1", DRAFT, owner, NOW)
        }) {
      assertThat(other.fixedName()).isNotEqualTo(quote.fixedName());
    }
  }
}
