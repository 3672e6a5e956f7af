// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/** Jobs that send one mail each; the subject is the mail's id. */
public final class MailJobFactory implements JobHandlerFactory {

  static final String KIND = "company-mail";

  /** Waits of 30 seconds to three hours: about three days together. */
  static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(3), 32);

  @Override
  public JobHandler create(KeycloakSession session) {
    return new MailJob(session);
  }

  @Override
  public RetryPolicy retry() {
    return RETRY;
  }

  @Override
  public String getId() {
    return KIND;
  }
}
