// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Records refusals in transactions of their own, after the one that is rolled back. */
final class RefusalRecorder extends AbstractKeycloakTransaction {

  private static final Logger LOG = Logger.getLogger(RefusalRecorder.class);

  private static final int ATTEMPTS = 5;

  private final KeycloakSessionFactory sessions;
  private final Activity refusal;
  private final Instant at;

  private RefusalRecorder(KeycloakSessionFactory sessions, Activity refusal, Instant at) {
    this.sessions = sessions;
    this.refusal = refusal;
    this.at = at;
  }

  static void enlist(KeycloakSession session, Activity tried, String reason) {
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new RefusalRecorder(
                session.getKeycloakSessionFactory(),
                refusal(tried, reason),
                Instant.ofEpochMilli(Time.currentTimeMillis())));
  }

  static Activity refusal(Activity tried, String reason) {
    return new Activity(
            ActivityKind.REFUSED,
            tried.realmId(),
            tried.organizationId(),
            tried.actor(),
            tried.memberId(),
            tried.subjectId(),
            tried.details())
        .detail(ActivityDetail.ACTION, tried.kind().name())
        .detail(ActivityDetail.REASON, reason);
  }

  /** The same for all repetitions within a minute, on every node: the row's primary key. */
  static String id(Activity refusal, Instant at) {
    ActivityActor actor = refusal.actor();
    String key =
        String.join(
            "\n",
            refusal.realmId(),
            String.valueOf(refusal.organizationId()),
            actor.kind().name(),
            String.valueOf(actor.userId() == null ? actor.ip() : actor.userId()),
            String.valueOf(refusal.details().get(ActivityDetail.ACTION)),
            String.valueOf(refusal.details().get(ActivityDetail.REASON)),
            at.truncatedTo(ChronoUnit.MINUTES).toString());
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
      return new UUID(hash.getLong(), hash.getLong()).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void commitImpl() {
    write();
  }

  @Override
  protected void rollbackImpl() {
    write();
  }

  private void write() {
    try {
      if (refusal.organizationId() == null) {
        inTransaction(session -> new ActivityEvents(session).send(refusal));
      } else {
        writeOnce(refusal.organizationId());
      }
    } catch (RuntimeException e) {
      // The answer to the caller is settled; a lost note about it must not turn it into an error.
      LOG.warnf(e, "A refusal could not be recorded (%s)", refusal.details());
    }
  }

  /** Somebody else may make the row between reading and writing: then it is counted. */
  private void writeOnce(String organizationId) {
    String id = id(refusal, at);
    for (int attempt = 1; ; attempt++) {
      try {
        inTransaction(session -> write(session, id, organizationId));
        return;
      } catch (ModelException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void write(KeycloakSession session, String id, String organizationId) {
    JpaActivities activities = new JpaActivities(session);
    if (!activities.countAgain(refusal.realmId(), id)) {
      activities.addAtOnce(id, at, refusal, organizationId);
      new ActivityEvents(session).send(refusal);
    }
  }

  private void inTransaction(KeycloakSessionTask task) {
    KeycloakModelUtils.runJobInTransaction(sessions, task);
  }
}
