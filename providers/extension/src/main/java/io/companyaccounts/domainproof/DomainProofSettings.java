// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.platform.NumberSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor sets about proofs of domains, in attributes of the realm.
 *
 * @param recheckHours how often a proven domain is looked at again
 * @param graceDays how long a domain still counts whose record is missing
 */
public record DomainProofSettings(int recheckHours, int graceDays) {

  public static final String RECHECK_HOURS = "company.domainProof.recheckHours";
  public static final String GRACE_DAYS = "company.domainProof.graceDays";

  static final int SHORTEST_RECHECK = 1;
  static final int LONGEST_RECHECK = 720;
  static final int LONGEST_GRACE = 90;

  /** What counts where nothing is set. */
  public static final DomainProofSettings USUAL = new DomainProofSettings(24, 7);

  private static final NumberSetting RECHECK =
      new NumberSetting(RECHECK_HOURS, SHORTEST_RECHECK, LONGEST_RECHECK, USUAL.recheckHours);
  private static final NumberSetting GRACE =
      new NumberSetting(GRACE_DAYS, 0, LONGEST_GRACE, USUAL.graceDays);

  private static final int SLOTS = 1_000;

  /**
   * Reads the attributes; a bad value is named in the log and the default counts.
   *
   * @param attribute the realm's attribute of that name, or null
   */
  public static DomainProofSettings of(Function<String, @Nullable String> attribute) {
    return new DomainProofSettings(RECHECK.read(attribute), GRACE.read(attribute));
  }

  /** Until when a domain counts whose record is missing since then. */
  Instant countsUntil(Instant missingSince) {
    return missingSince.plus(Duration.ofDays(graceDays));
  }

  /**
   * When a domain is looked at again: up to a quarter earlier than set, so that domains that were
   * proven together are not looked at together for ever, and no later than a missing record is
   * lost.
   *
   * @param seed spreads the domains; the same for one domain each time
   * @param countsUntil end of the grace time; null if nothing is missing
   */
  Instant nextCheck(Instant now, String seed, @Nullable Instant countsUntil) {
    Duration interval = Duration.ofHours(recheckHours);
    int slot = Math.floorMod(seed.hashCode(), SLOTS);
    Instant next =
        now.plus(interval).minus(interval.dividedBy(4).multipliedBy(slot).dividedBy(SLOTS));
    if (countsUntil == null || countsUntil.isAfter(next)) {
      return next;
    }
    return countsUntil.isAfter(now) ? countsUntil : next;
  }
}
