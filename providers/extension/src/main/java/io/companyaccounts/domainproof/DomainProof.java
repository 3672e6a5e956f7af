// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One domain of an organization, and whether it is proven.
 *
 * @param domain as Keycloak names it; {@code *.acme.example} is proven by {@code acme.example}
 * @param recordName name of the TXT record that proves it; null if no DNS name fits the domain, so
 *     that it cannot be proven
 * @param recordValue what the record must say; null together with the name. It is no secret
 * @param checkedAt when the DNS last gave an answer; null: never
 * @param provenAt since when it is proven; null if it is not
 * @param countsUntil until when a missing record does no harm; null unless it is missing
 */
public record DomainProof(
    String domain,
    State state,
    @Nullable String recordName,
    @Nullable String recordValue,
    @Nullable Instant checkedAt,
    @Nullable Instant provenAt,
    @Nullable Instant countsUntil) {

  /** How far the proof got. */
  public enum State {
    UNPROVEN,
    PROVEN,
    /** The record was not found any more; the domain still counts as proven. */
    MISSING,
    /** The record was missing for too long; somebody must check again. */
    LOST;

    /** Whether the domain counts as proven. */
    public boolean counts() {
      return this == PROVEN || this == MISSING;
    }
  }
}
