// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of companies' own rules. */
final class JpaEmailRules {

  private final EntityManager em;

  JpaEmailRules(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** As it is in the database now, whatever was read before. */
  RuleText of(String orgId) {
    return em.createQuery(
            "select e.rule from CompanyEmailRule e where e.orgId = :org", String.class)
        .setParameter("org", orgId)
        .getResultStream()
        .findFirst()
        .map(RuleText::read)
        .orElse(RuleText.NONE);
  }

  void store(String orgId, RuleText text) {
    @Nullable EmailRuleEntity row = em.find(EmailRuleEntity.class, orgId);
    boolean isNew = row == null;
    EmailRuleEntity stored = row == null ? new EmailRuleEntity() : row;
    stored.orgId = orgId;
    stored.rule = text.write();
    stored.version = text.own().version();
    if (isNew) {
      em.persist(stored);
    }
    em.flush();
  }
}
