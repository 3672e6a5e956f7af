// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.setup.Examples;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What a check of the realm has to know of its companies. */
final class JpaEmailFacts {

  private final EntityManager em;
  private final String realmId;

  JpaEmailFacts(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = session.getContext().getRealm().getId();
  }

  /**
   * Aliases of the organizations with an attribute whose value is none of its words.
   *
   * @param words what can be said, by attribute
   */
  List<String> withOtherWords(Map<String, List<String>> words) {
    List<String> keys = List.copyOf(words.keySet());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      wrong.add("(a.name = :key%1$d and lower(trim(a.value)) not in (:words%1$d))".formatted(i));
    }
    TypedQuery<String> query =
        em.createQuery(
                "select distinct o.alias from OrganizationEntity o, GroupAttributeEntity a"
                    + " where o.realmId = :realm and a.group.id = o.groupId"
                    + " and a.value is not null and trim(a.value) <> '' and ("
                    + String.join(" or ", wrong)
                    + ") order by o.alias",
                String.class)
            .setParameter("realm", realmId)
            .setMaxResults(Examples.COUNTED + 1);
    for (int i = 0; i < keys.size(); i++) {
      query.setParameter("key" + i, keys.get(i)).setParameter("words" + i, words.get(keys.get(i)));
    }
    return query.getResultList();
  }

  /** Aliases of the organizations with members who are known not to fit. */
  List<String> withMisfits() {
    return em.createQuery(
            "select distinct o.alias from CompanyMember m, OrganizationEntity o"
                + " where m.realmId = :realm and m.misfitSince is not null and o.id = m.orgId"
                + " order by o.alias",
            String.class)
        .setParameter("realm", realmId)
        .setMaxResults(Examples.COUNTED + 1)
        .getResultList();
  }
}
