// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of proofs. An organization belongs to one realm, and so do its rows. */
final class JpaDomainProofs {

  private final EntityManager em;

  JpaDomainProofs(KeycloakSession session) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Rows to look at; later changes of them are seen, since nothing stays in the session. */
  List<DomainProofEntity> of(String orgId) {
    List<DomainProofEntity> rows =
        em.createQuery(
                "select d from CompanyDomainProof d where d.orgId = :org", DomainProofEntity.class)
            .setParameter("org", orgId)
            .getResultList();
    rows.forEach(em::detach);
    return rows;
  }

  /** A row to look at. */
  Optional<DomainProofEntity> byId(String id) {
    Optional<DomainProofEntity> row =
        em.createQuery(
                "select d from CompanyDomainProof d where d.id = :id", DomainProofEntity.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst();
    row.ifPresent(em::detach);
    return row;
  }

  /** How often the domain was checked or renewed; 0: never. */
  int revision(String orgId, String domain) {
    return em.createQuery(
            "select d.revision from CompanyDomainProof d"
                + " where d.orgId = :org and d.domain = :domain",
            Integer.class)
        .setParameter("org", orgId)
        .setParameter("domain", domain)
        .getResultStream()
        .findFirst()
        .orElse(0);
  }

  /** A row to change, under the lock of its organization. */
  Optional<DomainProofEntity> forChange(String orgId, String domain) {
    return em.createQuery(
            "select d from CompanyDomainProof d where d.orgId = :org and d.domain = :domain",
            DomainProofEntity.class)
        .setParameter("org", orgId)
        .setParameter("domain", domain)
        .getResultStream()
        .findFirst();
  }

  void add(DomainProofEntity row) {
    em.persist(row);
  }

  /** Removes a row that is no longer needed; its job finds it gone. */
  void remove(String id) {
    em.createQuery("delete from CompanyDomainProof d where d.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes the rows of domains that the organization has no more. */
  void keep(String orgId, Set<String> domains) {
    em.createQuery(
            "delete from CompanyDomainProof d where d.orgId = :org and d.domain not in (:domains)")
        .setParameter("org", orgId)
        .setParameter("domains", domains)
        .executeUpdate();
  }

  /**
   * The domains that Keycloak has stored for the organization now, with the flag: what the session
   * knows of them may have been read before somebody changed them.
   */
  Map<String, Boolean> stored(String orgId) {
    Map<String, Boolean> stored = new HashMap<>();
    em.createQuery(
            "select n.name, n.verified from OrganizationDomainEntity n"
                + " where n.organization.id = :org",
            Object[].class)
        .setParameter("org", orgId)
        .getResultStream()
        .forEach(line -> stored.put((String) line[0], (Boolean) line[1]));
    return stored;
  }
}
