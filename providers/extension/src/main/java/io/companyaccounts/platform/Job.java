// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work to be done, once, by one node.
 *
 * @param kind id of the {@link JobHandler} that does it
 * @param subject what it is about; with kind and realm it is there once only
 * @param attempts how often it was started, the running attempt included
 * @param lastError category of the last failure, without data of people
 */
public record Job(
    String id,
    String realmId,
    String kind,
    String subject,
    State state,
    Instant created,
    Instant due,
    int attempts,
    Map<String, String> data,
    @Nullable String lastError) {

  /** A job that is done is gone. */
  public enum State {
    WAITING,
    /** Given up after too many attempts; scheduling it again revives it. */
    FAILED
  }
}
