// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Instant;
import java.util.Map;
import org.keycloak.models.RealmModel;

/**
 * Asks for a job.
 *
 * @param due when it may run
 * @param data small, no secrets
 */
public record JobRequest(
    String realmId, String kind, String subject, Instant due, Map<String, String> data) {

  public JobRequest {
    data = Map.copyOf(data);
  }

  public static JobRequest of(RealmModel realm, String kind, String subject, Instant due) {
    return new JobRequest(realm.getId(), kind, subject, due, Map.of());
  }

  public JobRequest data(Map<String, String> values) {
    return new JobRequest(realmId, kind, subject, due, values);
  }
}
