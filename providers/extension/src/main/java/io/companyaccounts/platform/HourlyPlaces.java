// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Limits how often something is done, on all nodes together: each time takes a place for an hour.
 */
public final class HourlyPlaces {

  private HourlyPlaces() {}

  /**
   * Takes a place, which stays taken whatever becomes of the caller's transaction.
   *
   * @param what what is limited, and for whom
   * @param most how many places there are
   * @return whether there was one
   */
  public static boolean take(KeycloakSession session, String what, int most) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        own ->
            IntStream.range(0, most)
                .mapToObj(place -> what + "|" + place)
                .anyMatch(
                    place ->
                        own.singleUseObjects()
                            .putIfAbsent(place, Duration.ofHours(1).toSeconds())));
  }
}
