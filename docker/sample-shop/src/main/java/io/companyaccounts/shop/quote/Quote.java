// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Person;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that can become an order.
 *
 * @param id unique within its company
 * @param draft what is offered
 * @param owner whose quote it is
 * @param createdAt when it was made
 * @param state how far it has come
 * @param requester who asked for the order; null while nobody did
 * @param buyer who ordered or released; null until then
 * @param changedAt when the state changed last
 */
public record Quote(
    String id,
    QuoteDraft draft,
    Person owner,
    Instant createdAt,
    State state,
    @Nullable Person requester,
    @Nullable Person buyer,
    Instant changedAt) {

  /** How far a quote has come. */
  public enum State {
    OPEN,
    REQUESTED,
    ORDERED
  }

  static Quote open(String id, QuoteDraft draft, Person owner, Instant now) {
    return new Quote(id, draft, owner, now, State.OPEN, null, null, now);
  }

  Quote requestedBy(Person person, Instant now) {
    return new Quote(id, draft, owner, createdAt, State.REQUESTED, person, null, now);
  }

  Quote orderedBy(Person person, Instant now) {
    return new Quote(id, draft, owner, createdAt, State.ORDERED, requester, person, now);
  }

  /** What all pieces cost, in euro. */
  public BigDecimal total() {
    return draft.article().price().multiply(BigDecimal.valueOf(draft.quantity()));
  }
}
