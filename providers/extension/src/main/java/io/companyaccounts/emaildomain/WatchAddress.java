// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.MemberAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done about a member whose address may have changed behind Keycloak's back.
 * Nobody is shut out in silence, and the owner never.
 */
public final class WatchAddress {

  private WatchAddress() {}

  /** What is to be done. */
  public sealed interface Step {

    /** Nothing. */
    record Nothing() implements Step {}

    /** The address fits again: what was noted is forgotten. */
    record Forget() implements Step {}

    /**
     * The company's admins are told that it does not fit.
     *
     * @param until when the member is shut out; null: never
     */
    record Tell(@Nullable Instant until) implements Step {}

    /** The member is shut out. */
    record ShutOut() implements Step {}
  }

  /**
   * @param kept what is known of the member so far
   */
  public static Step watch(
      Verdict verdict, MemberAddress kept, EmailDomainSettings settings, Instant now) {
    AddressNotes notes = kept.notes();
    boolean known = notes.misfitSince() != null;
    if (verdict.admits(notes.external())) {
      return known ? new Step.Forget() : new Step.Nothing();
    }
    Instant until = notes.misfitUntil();
    if (kept.owner()) {
      return known && until == null ? new Step.Nothing() : new Step.Tell(null);
    }
    if (until != null) {
      return now.isBefore(until) ? new Step.Nothing() : new Step.ShutOut();
    }
    return switch (settings.changed()) {
      case WARN -> known ? new Step.Nothing() : new Step.Tell(null);
      case GRACE -> new Step.Tell(now.plus(Duration.ofDays(settings.days())));
      case REFUSE -> new Step.ShutOut();
    };
  }
}
