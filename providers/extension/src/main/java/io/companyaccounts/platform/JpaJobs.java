// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Jobs as rows, asked for by features. */
final class JpaJobs implements Jobs {

  private static final String OF_SUBJECT =
      " where j.realmId = :realm and j.kind = :kind and j.subject = :subject";

  private final KeycloakSession session;
  private final Runnable wake;
  private boolean wakes;

  JpaJobs(KeycloakSession session, Runnable wake) {
    this.session = session;
    this.wake = wake;
  }

  @Override
  public void schedule(JobRequest request) {
    if (askAgain(request)) {
      wakeIfDue(request);
    } else {
      scheduleNew(request);
    }
  }

  @Override
  public void scheduleNew(JobRequest request) {
    em().persist(new JobEntity(KeycloakModelUtils.generateId(), request, now()));
    wakeIfDue(request);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  private void wakeIfDue(JobRequest request) {
    if (request.due().toEpochMilli() <= now().toEpochMilli() && !wakes) {
      wakes = true;
      session.getTransactionManager().enlistAfterCompletion(new Wake());
    }
  }

  /**
   * Reads first: an UPDATE that finds nothing locks the gap on MySQL and MariaDB, and two callers
   * with different new jobs would block each other.
   */
  private boolean askAgain(JobRequest request) {
    return em().createQuery("select j.id from JobEntity j" + OF_SUBJECT, String.class)
        .setParameter("realm", request.realmId())
        .setParameter("kind", request.kind())
        .setParameter("subject", request.subject())
        .getResultStream()
        .findFirst()
        .map(id -> askAgain(id, request))
        .orElse(false);
  }

  private boolean askAgain(String id, JobRequest request) {
    // dueAt before state: MySQL sees the values already set further left
    return em().createQuery(
                "update JobEntity j set j.dueAt = case when j.state = 'WAITING' and j.dueAt < :due"
                    + " then j.dueAt else :due end, j.state = 'WAITING', j.attempts = 0,"
                    + " j.lastError = null, j.data = :data, j.revision = j.revision + 1"
                    + " where j.id = :id")
            .setParameter("due", request.due().toEpochMilli())
            .setParameter("data", SmallJson.write(request.data()))
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  @Override
  public boolean cancel(String realmId, String kind, String subject) {
    return em().createQuery("delete from JobEntity j" + OF_SUBJECT)
            .setParameter("realm", realmId)
            .setParameter("kind", kind)
            .setParameter("subject", subject)
            .executeUpdate()
        > 0;
  }

  @Override
  public Optional<Job> find(String realmId, String kind, String subject) {
    Optional<JobEntity> row =
        em().createQuery("select j from JobEntity j" + OF_SUBJECT, JobEntity.class)
            .setParameter("realm", realmId)
            .setParameter("kind", kind)
            .setParameter("subject", subject)
            .getResultStream()
            .findFirst();
    // rows are changed by statements, which a managed entity would not notice
    row.ifPresent(em()::detach);
    return row.map(JobEntity::job);
  }

  @Override
  public List<Job> failed(String realmId, int max) {
    return em().createQuery(
            "select j from JobEntity j where j.realmId = :realm and j.state = 'FAILED'"
                + " order by j.createdAt, j.id",
            JobEntity.class)
        .setParameter("realm", realmId)
        .setMaxResults(max)
        .getResultStream()
        .map(JobEntity::job)
        .toList();
  }

  private EntityManager em() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Starts what is due as soon as others can see it. */
  private final class Wake extends AbstractKeycloakTransaction {
    @Override
    protected void commitImpl() {
      wake.run();
    }

    @Override
    protected void rollbackImpl() {}
  }
}
