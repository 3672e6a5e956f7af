// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of the outbox. */
final class JpaMails {

  private final EntityManager em;

  JpaMails(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  void add(String id, Mail mail, @Nullable String baseUrl, Instant now) {
    em.persist(new MailEntity(id, mail, baseUrl, now));
  }

  Optional<MailEntity> find(String realmId, String id) {
    return em.createQuery(
            "select m from MailEntity m where m.realmId = :realm and m.id = :id", MailEntity.class)
        .setParameter("realm", realmId)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Forgets settled mails made before the given time. */
  void forget(String realmId, Instant before) {
    em.createQuery(
            "delete from MailEntity m where m.realmId = :realm and m.createdAt < :before"
                + " and m.state <> 'PENDING'")
        .setParameter("realm", realmId)
        .setParameter("before", before.toEpochMilli())
        .executeUpdate();
  }
}
