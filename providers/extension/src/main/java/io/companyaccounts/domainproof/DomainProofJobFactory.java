// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.platform.Job;
import io.companyaccounts.platform.JobHandler;
import io.companyaccounts.platform.JobHandlerFactory;
import io.companyaccounts.platform.JobOutcome;
import io.companyaccounts.platform.RetryPolicy;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/** Jobs that look at one proven domain again and again; the subject is the id of its row. */
public final class DomainProofJobFactory implements JobHandlerFactory {

  static final String KIND = "company-domain-proof";

  /** For months: a domain must not count for ever because a database was away for a weekend. */
  private static final RetryPolicy RETRY =
      new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(3), 1_000);

  @Override
  public JobHandler create(KeycloakSession session) {
    return new Handler(session);
  }

  @Override
  public RetryPolicy retry() {
    return RETRY;
  }

  @Override
  public String getId() {
    return KIND;
  }

  private record Handler(KeycloakSession session) implements JobHandler {

    @Override
    public JobOutcome run(Job job) {
      return new JpaDomainProofProvider(session)
          .recheck(job.subject())
          .map(JobOutcome::again)
          .orElseGet(JobOutcome::done);
    }
  }
}
