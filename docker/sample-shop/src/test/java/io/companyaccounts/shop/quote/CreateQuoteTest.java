// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import static io.companyaccounts.shop.access.ShopPermission.QUOTE_CREATE;
import static io.companyaccounts.shop.access.ShopPermission.QUOTE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.shop.access.Buyer;
import io.companyaccounts.shop.access.Tokens;
import io.companyaccounts.shop.quote.CreateQuote.Created;
import io.companyaccounts.shop.quote.CreateQuote.Forbidden;
import io.companyaccounts.shop.quote.CreateQuote.Invalid;
import io.companyaccounts.shop.quote.CreateQuote.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateQuoteTest {

  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");

  private final Quotes quotes = new Quotes(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Buyer buyer = Tokens.buyer("petra", QUOTE_VIEW, QUOTE_CREATE);

  private CreateQuote.Result create(String article, String quantity, String reference) {
    return CreateQuote.create(quotes, buyer, new QuoteForm(article, quantity, reference));
  }

  private static Invalid invalid(Problem... problems) {
    return new Invalid(Set.of(problems));
  }

  @Test
  void aFilledInFormBecomesAnOpenQuoteOfThePerson() {
    Quote quote = ((Created) create("LENS", " 3 ", " Line <b>3</b> ")).quote();
    assertThat(quote.draft()).isEqualTo(new QuoteDraft(Article.LENS, 3, "Line <b>3</b>"));
    assertThat(quote.owner()).isEqualTo(buyer.person());
    assertThat(quote.state()).isEqualTo(Quote.State.OPEN);
    assertThat(quote.total()).isEqualByComparingTo("936.00");
    assertThat(quotes.of("acme", buyer.person())).first().isEqualTo(quote);
  }

  @Test
  void whoMayNotCreateIsRefusedBeforeTheFormIsLookedAt() {
    Buyer reader = Tokens.buyer("rita", QUOTE_VIEW);
    CreateQuote.Result result = CreateQuote.create(quotes, reader, new QuoteForm(null, null, null));
    assertThat(result)
        .isInstanceOfSatisfying(
            Forbidden.class,
            refused -> assertThat(refused.decision().permission()).isEqualTo(QUOTE_CREATE.role()));
  }

  @Test
  void anEmptyFormNamesAllThatIsMissing() {
    assertThat(CreateQuote.create(quotes, buyer, new QuoteForm(null, null, null)))
        .isEqualTo(invalid(Problem.ARTICLE, Problem.QUANTITY));
  }

  @Test
  void articlesThatDoNotExistAreRefused() {
    assertThat(create("lens", "1", "")).isEqualTo(invalid(Problem.ARTICLE));
    assertThat(create("GOLD", "1", "")).isEqualTo(invalid(Problem.ARTICLE));
  }

  @Test
  void quantitiesOutOfBoundsAreRefused() {
    for (String quantity :
        new String[] {"0", "1001", "-1", "1.5", "many", "99999999999", "", "１"}) {
      assertThat(create("LENS", quantity, "")).isEqualTo(invalid(Problem.QUANTITY));
    }
    assertThat(create("LENS", "1000", "")).isInstanceOf(Created.class);
  }

  @Test
  void longReferencesAreRefused() {
    assertThat(create("LENS", "1", "x".repeat(61))).isEqualTo(invalid(Problem.REFERENCE));
    assertThat(create("LENS", "1", "x".repeat(60))).isInstanceOf(Created.class);
  }

  @Test
  void aFullShelfTakesNoMore() {
    for (int i = 0; i < Quotes.MOST_PER_COMPANY; i++) {
      create("LENS", "1", "");
    }
    assertThat(create("LENS", "1", "")).isEqualTo(invalid(Problem.FULL));
    assertThat(quotes.of("acme", buyer.person())).hasSize(Quotes.MOST_PER_COMPANY);
  }
}
