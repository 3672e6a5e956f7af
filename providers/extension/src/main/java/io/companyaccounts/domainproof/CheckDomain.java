// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.domainproof.DomainProof.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a look at the DNS makes of a domain. */
final class CheckDomain {

  private final DomainProofSettings settings;

  CheckDomain(DomainProofSettings settings) {
    this.settings = settings;
  }

  /**
   * What is known of a domain before the check.
   *
   * @param missingSince when the record was first not found; null unless it is missing
   */
  record Known(State state, DomainRecord record, @Nullable Instant missingSince) {}

  /** What the check makes of it. */
  sealed interface Result {

    /** It is proven from now on, or again. */
    record Proven() implements Result {}

    /** Its record is gone; it counts until then. */
    record Missing(Instant countsUntil) implements Result {}

    /** It counts no longer. */
    record Lost() implements Result {}

    /** It is what it was. */
    record Same() implements Result {}

    /** The DNS gave no answer, so nothing is known. */
    record Unavailable() implements Result {}
  }

  Result check(Known known, TxtRecords.Answer answer, Instant now) {
    if (answer instanceof TxtRecords.Unavailable) {
      return new Result.Unavailable();
    }
    return answer instanceof TxtRecords.Found found && known.record().isAmong(found.values())
        ? found(known.state())
        : gone(known, now);
  }

  private static Result found(State state) {
    return state == State.PROVEN ? new Result.Same() : new Result.Proven();
  }

  private Result gone(Known known, Instant now) {
    if (!known.state().counts()) {
      return new Result.Same();
    }
    Instant until = settings.countsUntil(Objects.requireNonNullElse(known.missingSince(), now));
    if (!now.isBefore(until)) {
      return new Result.Lost();
    }
    return known.state() == State.MISSING ? new Result.Same() : new Result.Missing(until);
  }
}
