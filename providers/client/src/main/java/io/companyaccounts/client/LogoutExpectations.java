// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.time.Duration;

/**
 * What an application expects of logout tokens.
 *
 * @param issuer the realm's issuer, as in ID tokens, for example {@code
 *     https://login.example.com/realms/customers}
 * @param client the application's client id, expected in {@code aud}
 * @param clockSkew how far the clocks of Keycloak and the application may differ; not negative
 * @param maxAge how long ago a token may have been issued; positive
 * @param remembered how many token ids are kept against replay; at least 1. Beyond that the oldest
 *     is forgotten: a logout is never refused because of a full memory
 */
public record LogoutExpectations(
    String issuer, String client, Duration clockSkew, Duration maxAge, int remembered) {

  private static final Duration USUAL_SKEW = Duration.ofSeconds(30);
  private static final Duration USUAL_AGE = Duration.ofMinutes(5);
  private static final int USUAL_MEMORY = 10_000;

  /** The usual expectations: 30 seconds of clock skew, 5 minutes of age, 10,000 token ids. */
  public static LogoutExpectations of(String issuer, String client) {
    return new LogoutExpectations(issuer, client, USUAL_SKEW, USUAL_AGE, USUAL_MEMORY);
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when a value is out of bounds; the message names it
   */
  public LogoutExpectations {
    require(!issuer.isBlank(), "issuer is blank");
    require(!client.isBlank(), "client is blank");
    require(!clockSkew.isNegative(), "clockSkew is negative");
    require(!maxAge.isNegative() && !maxAge.isZero(), "maxAge is not positive");
    require(remembered >= 1, "remembered is less than 1");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
