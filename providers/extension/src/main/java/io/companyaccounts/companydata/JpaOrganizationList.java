// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The organizations of a realm that something is stored about. */
final class JpaOrganizationList {

  private final EntityManager em;
  private final String realmId;

  JpaOrganizationList(KeycloakSession session, RealmModel realm) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    realmId = realm.getId();
  }

  /** Their ids, in the order of their aliases. */
  List<String> ids() {
    return em.createQuery(
            "select o.id from OrganizationEntity o where o.realmId = :realm and (exists"
                + " (select 1 from CompanyMember m where m.orgId = o.id) or exists"
                + " (select 1 from CompanyCustomRole r where r.orgId = o.id)) order by o.alias",
            String.class)
        .setParameter("realm", realmId)
        .getResultList();
  }
}
