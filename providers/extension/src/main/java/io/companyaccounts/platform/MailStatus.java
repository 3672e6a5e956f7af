// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail got.
 *
 * @param attempts how often it was tried
 * @param sent when the mail server took it
 * @param lastError category of the last failure, null without failure
 */
public record MailStatus(
    String id,
    String template,
    State state,
    int attempts,
    Instant created,
    @Nullable Instant sent,
    @Nullable String lastError) {

  /** Whether the mail server has it. */
  public enum State {
    PENDING,
    SENT,
    FAILED,
    /** It had become obsolete before it could leave, and was not sent. */
    DROPPED
  }
}
