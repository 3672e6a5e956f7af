// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;

/**
 * Limits how often something is done, on all nodes together: each time takes a place for an hour.
 */
public final class HourlyPlaces {

  private HourlyPlaces() {}

  /**
   * Takes a place.
   *
   * @param what what is limited, and for whom
   * @param most how many places there are
   * @return whether there was one
   */
  public static boolean take(KeycloakSession session, String what, int most) {
    return IntStream.range(0, most)
        .mapToObj(place -> what + "|" + place)
        .anyMatch(
            place ->
                session.singleUseObjects().putIfAbsent(place, Duration.ofHours(1).toSeconds()));
  }
}
