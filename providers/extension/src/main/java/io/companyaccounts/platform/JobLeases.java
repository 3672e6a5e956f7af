// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What the runner does to the rows. Each change is one conditional UPDATE or DELETE, so that the
 * database decides between nodes.
 */
final class JobLeases {

  private static final String OF_LEASE =
      " where j.id = :id and j.leaseOwner = :owner and j.leaseUntil > :now";

  private final EntityManager em;
  private final long now = Time.currentTimeMillis();

  JobLeases(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Ids of jobs that are due and that nobody holds, the most overdue first. */
  List<String> due(Set<String> kinds, int max) {
    return em.createQuery(
            "select j.id from JobEntity j where j.state = 'WAITING' and j.dueAt <= :now"
                + " and j.leaseUntil <= :now and j.kind in (:kinds) order by j.dueAt",
            String.class)
        .setParameter("now", now)
        .setParameter("kinds", kinds)
        .setMaxResults(max)
        .getResultList();
  }

  /** Takes the job, unless another run has it; counts the attempt. */
  Optional<JobLease> claim(String id, Duration lease) {
    String owner = KeycloakModelUtils.generateId();
    int claimed =
        em.createQuery(
                "update JobEntity j set j.leaseOwner = :owner, j.leaseUntil = :until,"
                    + " j.attempts = j.attempts + 1 where j.id = :id and j.state = 'WAITING'"
                    + " and j.dueAt <= :now and j.leaseUntil <= :now")
            .setParameter("owner", owner)
            .setParameter("until", now + lease.toMillis())
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate();
    if (claimed == 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(em.find(JobEntity.class, id))
        .map(row -> new JobLease(row.job(), owner, row.revision()));
  }

  /** The job is done: it goes away, or waits again when it was asked for meanwhile. */
  void done(JobLease lease) {
    int gone =
        em.createQuery("delete from JobEntity j" + OF_LEASE + " and j.revision = :revision")
            .setParameter("id", lease.job().id())
            .setParameter("owner", lease.owner())
            .setParameter("now", now)
            .setParameter("revision", lease.revision())
            .executeUpdate();
    if (gone == 0) {
      requireHeld(
          em.createQuery(
                  "update JobEntity j set j.leaseOwner = null, j.leaseUntil = 0, j.attempts = 0"
                      + OF_LEASE)
              .setParameter("id", lease.job().id())
              .setParameter("owner", lease.owner())
              .setParameter("now", now)
              .executeUpdate());
    }
  }

  /** The job is done for now and waits for its next time, unless it was asked for meanwhile. */
  void again(JobLease lease, Instant due) {
    requireHeld(
        em.createQuery(
                "update JobEntity j set j.dueAt = case when j.revision = :revision then :due"
                    + " else j.dueAt end, j.leaseOwner = null, j.leaseUntil = 0, j.attempts = 0,"
                    + " j.lastError = null"
                    + OF_LEASE)
            .setParameter("revision", lease.revision())
            .setParameter("due", due.toEpochMilli())
            .setParameter("id", lease.job().id())
            .setParameter("owner", lease.owner())
            .setParameter("now", now)
            .executeUpdate());
  }

  /** The job failed and waits for another try. */
  void retry(JobLease lease, String error, Duration wait) {
    release(lease, error, JobEntity.WAITING, now + wait.toMillis());
  }

  /** The job failed for good and stays to be seen. */
  void giveUp(JobLease lease, String error) {
    release(lease, error, JobEntity.FAILED, now);
  }

  private void release(JobLease lease, String error, String state, long due) {
    requireHeld(
        em.createQuery(
                "update JobEntity j set j.leaseOwner = null, j.leaseUntil = 0, j.state = :state,"
                    + " j.dueAt = :due, j.lastError = :error"
                    + OF_LEASE)
            .setParameter("state", state)
            .setParameter("due", due)
            .setParameter("error", error)
            .setParameter("id", lease.job().id())
            .setParameter("owner", lease.owner())
            .setParameter("now", now)
            .executeUpdate());
  }

  private static void requireHeld(int rows) {
    if (rows == 0) {
      throw new LeaseLostException();
    }
  }

  /** Another node has taken the job over, or it was taken back: what was done is rolled back. */
  static final class LeaseLostException extends RuntimeException {
    LeaseLostException() {
      super("The lease of the job is lost");
    }
  }
}
