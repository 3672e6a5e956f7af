// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Map;
import java.util.function.Function;

/**
 * What became of a requested change.
 *
 * @param <T> what a successful change gives back
 */
public sealed interface Outcome<T> {

  /** The change is made (it becomes durable with the transaction). */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * Nothing was changed.
   *
   * @param reason the stable reason
   * @param details what a person needs to act on it, such as {@code role} or {@code holders}; never
   *     a secret
   */
  record Refused<T>(Reason reason, Map<String, String> details) implements Outcome<T> {
    public Refused {
      details = Map.copyOf(details);
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Reason reason) {
    return new Refused<>(reason, Map.of());
  }

  static <T> Outcome<T> refused(Reason reason, String detail, String value) {
    return new Refused<>(reason, Map.of(detail, value));
  }

  /** Goes on with the value, or passes the refusal on. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    if (this instanceof Done<T> done) {
      return next.apply(done.value());
    }
    Refused<T> refused = (Refused<T>) this;
    return new Refused<>(refused.reason(), refused.details());
  }
}
