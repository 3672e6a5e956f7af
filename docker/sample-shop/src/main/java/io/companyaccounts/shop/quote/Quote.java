// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.shop.access.Person;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Names this quote with its content and price, so that what was confirmed for it is worth nothing
   * for another one: the number and a digest.
   */
  public String fixedName() {
    String content =
        Stream.of(
                id,
                draft.article().name(),
                draft.article().price().toPlainString(),
                Integer.toString(draft.quantity()),
                draft.reference(),
                owner.id(),
                createdAt.toString())
            .map(part -> part.length() + ":" + part)
            .collect(Collectors.joining(","));
    return id + "." + digest(content);
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] whole = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
