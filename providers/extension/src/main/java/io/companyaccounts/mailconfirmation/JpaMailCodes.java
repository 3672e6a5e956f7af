// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of mailed codes. */
final class JpaMailCodes {

  private final EntityManager em;

  JpaMailCodes(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Adds a code, and forgets those of the person that are over. */
  void add(MailCodeEntity row, Instant now) {
    em.createQuery(
            "delete from CompanyMailCode c where c.orgId = :org and c.userId = :user"
                + " and c.expiresAt < :now")
        .setParameter("org", row.orgId)
        .setParameter("user", row.userId)
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
    em.persist(row);
    em.flush();
  }

  /** A code that can still be typed, for that person and company. */
  Optional<MailCodeEntity> live(String id, String orgId, String userId, Instant now) {
    Optional<MailCodeEntity> row =
        em.createQuery(
                "select c from CompanyMailCode c where c.id = :id and c.orgId = :org"
                    + " and c.userId = :user and c.triesLeft > 0 and c.expiresAt > :now",
                MailCodeEntity.class)
            .setParameter("id", id)
            .setParameter("org", orgId)
            .setParameter("user", userId)
            .setParameter("now", now.toEpochMilli())
            .getResultStream()
            .findFirst();
    row.ifPresent(em::detach);
    return row;
  }

  /** Whether a code can still be typed by anybody. */
  boolean isLive(String id, Instant now) {
    return !em.createQuery(
            "select c.id from CompanyMailCode c"
                + " where c.id = :id and c.triesLeft > 0 and c.expiresAt > :now",
            String.class)
        .setParameter("id", id)
        .setParameter("now", now.toEpochMilli())
        .getResultList()
        .isEmpty();
  }

  /**
   * Takes one try before it is looked at, so that nobody gets more by sending many at once.
   *
   * @return whether there was one
   */
  boolean takeTry(String id, Instant now) {
    return em.createQuery(
                "update CompanyMailCode c set c.triesLeft = c.triesLeft - 1"
                    + " where c.id = :id and c.triesLeft > 0 and c.expiresAt > :now")
            .setParameter("id", id)
            .setParameter("now", now.toEpochMilli())
            .executeUpdate()
        == 1;
  }

  void remove(String id) {
    em.createQuery("delete from CompanyMailCode c where c.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Forgets a person that is no more. */
  void forgetPerson(String userId) {
    em.createQuery("delete from CompanyMailCode c where c.userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }
}
