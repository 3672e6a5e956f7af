// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a token proves what was asked for, with the reason. Made by {@link Proofs#verify}. */
public final class Verification {

  private final Reason reason;
  private final @Nullable Proof proof;

  Verification(Reason reason, @Nullable Proof proof) {
    this.reason = Objects.requireNonNull(reason, "reason");
    this.proof = proof;
  }

  /** Why, from the furthest off to the proof that was asked for. */
  public enum Reason {
    /** The token holds no proof of this kind: cancelled, refused, never asked, or ended. */
    NONE,
    /** The token holds something that cannot be read. */
    UNREADABLE,
    /** The proof was given to another application. */
    OTHER_CLIENT,
    /** The proof was given for another company. */
    OTHER_ORGANIZATION,
    /** The proof was given for another operation. */
    OTHER_OPERATION,
    /** The proof was given for another thing, or for another version of it. */
    OTHER_REFERENCE,
    /** The proof was the right one, but has ended. */
    EXPIRED,
    /** The token proves what was asked for. */
    VALID
  }

  /** Why; of several proofs that do not fit, the reason of the one that came closest. */
  public Reason reason() {
    return reason;
  }

  /** True only for {@link Reason#VALID}. */
  public boolean valid() {
    return reason == Reason.VALID;
  }

  /** The proof, to be redeemed; given only when it is valid. */
  public Optional<Proof> proof() {
    return Optional.ofNullable(proof);
  }

  /** The reason: who confirmed what is left out. */
  @Override
  public String toString() {
    return "Verification[" + reason + "]";
  }
}
