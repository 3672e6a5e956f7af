// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.platform.Job;
import io.companyaccounts.platform.JobHandler;
import io.companyaccounts.platform.JobHandlerFactory;
import io.companyaccounts.platform.JobOutcome;
import io.companyaccounts.platform.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Jobs that log each run, write into the realm, and work or fail as they are told. */
public final class ProbeJobFactory implements JobHandlerFactory {

  static final String KIND = "probe";
  private static final Logger LOG = Logger.getLogger(ProbeJobFactory.class);

  @Override
  public JobHandler create(KeycloakSession session) {
    return new Handler(session);
  }

  @Override
  public RetryPolicy retry() {
    return new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(1), 3);
  }

  @Override
  public String getId() {
    return KIND;
  }

  private record Handler(KeycloakSession session) implements JobHandler {

    @Override
    public JobOutcome run(Job job) {
      LOG.infof("PROBE-JOB %s attempt %d begins", job.subject(), job.attempts());
      int times = session.getContext().getRealm().getAttribute(runs(job), 0);
      session.getContext().getRealm().setAttribute(runs(job), times + 1);
      if (job.attempts() == 1) {
        sleep(Long.parseLong(job.data().getOrDefault("work", "0")));
      }
      if (job.attempts() <= Integer.parseInt(job.data().getOrDefault("throw", "0"))) {
        throw new IllegalStateException("told to");
      }
      if (job.attempts() <= Integer.parseInt(job.data().getOrDefault("fail", "0"))) {
        return JobOutcome.retry("told_to_fail");
      }
      if (job.data().containsKey("giveUp")) {
        return JobOutcome.giveUp("told_to_give_up");
      }
      LOG.infof("PROBE-JOB %s ends", job.subject());
      if (job.data().containsKey("againInMillis")) {
        long wait = Long.parseLong(job.data().getOrDefault("againInMillis", "0"));
        return JobOutcome.again(Instant.now().plusMillis(wait));
      }
      return JobOutcome.done();
    }

    @Override
    public void givenUp(Job job, String error) {
      session.getContext().getRealm().setAttribute("probe-given-up-" + job.subject(), error);
    }

    private static String runs(Job job) {
      return "probe-runs-" + job.subject();
    }

    private static void sleep(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
