// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One run of one job: claim it, do it, settle it. */
final class JobRun {

  private static final Logger LOG = Logger.getLogger(JobRun.class);
  private static final int ERROR_LENGTH = 255;

  private final KeycloakSessionFactory sessions;
  private final Duration length;

  JobRun(KeycloakSessionFactory sessions, Duration length) {
    this.sessions = sessions;
    this.length = length;
  }

  /** False when another run has the job, or the database did not answer. */
  boolean run(String id) {
    Optional<JobLease> claimed;
    try {
      claimed =
          KeycloakModelUtils.runJobInTransactionWithResult(
              sessions, session -> new JobLeases(session).claim(id, length));
    } catch (RuntimeException e) {
      // nothing is claimed, so nothing is to be settled: the next poll tries again
      LOG.warnf(e, "Job %s could not be claimed", id);
      return false;
    }
    claimed.ifPresent(this::run);
    return claimed.isPresent();
  }

  private void run(JobLease lease) {
    Job job = lease.job();
    try {
      KeycloakModelUtils.runJobInTransactionWithTimeout(
          sessions, session -> work(session, lease), (int) length.toSeconds());
    } catch (JobLeases.LeaseLostException e) {
      LOG.infof("Job %s %s was taken over or taken back", job.kind(), job.id());
    } catch (RuntimeException e) {
      // whatever a handler throws is a failed attempt of this job and of nothing else
      LOG.warnf(e, "Job %s %s failed, attempt %d", job.kind(), job.id(), job.attempts());
      settleFailure(lease, e.getClass().getSimpleName());
    }
  }

  private void work(KeycloakSession session, JobLease lease) {
    Job job = lease.job();
    RealmModel realm = session.realms().getRealm(job.realmId());
    if (realm == null) {
      new JobLeases(session).done(lease);
      return;
    }
    session.getContext().setRealm(realm);
    if (job.attempts() > retry(job).attempts()) {
      // it was started often enough and never came to an end
      giveUp(session, lease, "abandoned");
      return;
    }
    JobOutcome outcome = session.getProvider(JobHandler.class, job.kind()).run(job);
    if (outcome instanceof JobOutcome.Retry failed) {
      fail(session, lease, failed.error());
    } else if (outcome instanceof JobOutcome.GiveUp failed) {
      giveUp(session, lease, failed.error());
    } else if (outcome instanceof JobOutcome.Again again) {
      new JobLeases(session).again(lease, again.due());
    } else {
      new JobLeases(session).done(lease);
    }
  }

  private void settleFailure(JobLease lease, String error) {
    try {
      KeycloakModelUtils.runJobInTransaction(
          sessions,
          session -> {
            session.getContext().setRealm(session.realms().getRealm(lease.job().realmId()));
            fail(session, lease, error);
          });
    } catch (RuntimeException e) {
      // the lease runs out by itself, then the job is taken again
      LOG.warnf(e, "The failure of job %s could not be noted", lease.job().id());
    }
  }

  private void fail(KeycloakSession session, JobLease lease, String error) {
    Job job = lease.job();
    if (retry(job).isOver(job.attempts())) {
      giveUp(session, lease, error);
    } else {
      new JobLeases(session).retry(lease, cut(error), retry(job).waitAfter(job.attempts()));
    }
  }

  private void giveUp(KeycloakSession session, JobLease lease, String error) {
    Job job = lease.job();
    LOG.errorf(
        "Job %s %s is given up after %d attempts: %s", job.kind(), job.id(), job.attempts(), error);
    session.getProvider(JobHandler.class, job.kind()).givenUp(job, error);
    new JobLeases(session).giveUp(lease, cut(error));
  }

  private RetryPolicy retry(Job job) {
    return sessions.getProviderFactory(JobHandler.class, job.kind())
            instanceof JobHandlerFactory factory
        ? factory.retry()
        : JobHandlerFactory.USUAL_RETRY;
  }

  private static String cut(String error) {
    return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
  }
}
