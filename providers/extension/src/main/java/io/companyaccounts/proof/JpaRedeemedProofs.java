// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Which proofs were redeemed. Asked and changed under the lock of their organization only. */
final class JpaRedeemedProofs {

  private final EntityManager em;

  JpaRedeemedProofs(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  boolean contains(String code) {
    return !em.createQuery(
            "select r.code from CompanyRedeemedProof r where r.code = :code", String.class)
        .setParameter("code", code)
        .getResultList()
        .isEmpty();
  }

  /** Adds one, and forgets those of the organization that are over. */
  void add(Proof proof, Instant now) {
    em.createQuery("delete from CompanyRedeemedProof r where r.orgId = :org and r.expiresAt < :now")
        .setParameter("org", proof.organizationId())
        .setParameter("now", now.toEpochMilli())
        .executeUpdate();
    RedeemedProofEntity row = new RedeemedProofEntity();
    row.code = proof.code();
    row.orgId = proof.organizationId();
    row.expiresAt = proof.expires().toEpochMilli();
    em.persist(row);
    em.flush();
  }
}
