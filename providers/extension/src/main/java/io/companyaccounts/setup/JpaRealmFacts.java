// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.RoleAttributes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Questions about roles and clients of a realm that Keycloak's models answer only by walking over
 * everything. Reads Keycloak's own tables, which are internal.
 */
final class JpaRealmFacts {

  private final EntityManager em;
  private final String realmId;

  JpaRealmFacts(KeycloakSession session, RealmModel realm) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    realmId = realm.getId();
  }

  /** All roles with attributes of the pack, in one statement. */
  List<MarkedRole> markedRoles() {
    List<Object[]> rows =
        em.createQuery(
                "select r.id, r.name, r.clientRole, c.clientId, a.name, a.value"
                    + " from RoleAttributeEntity a join a.role r"
                    + " left join ClientEntity c on c.id = r.clientId"
                    + " where r.realmId = :realm and a.name like :pack"
                    + " order by r.name, r.id, a.name, a.value",
                Object[].class)
            .setParameter("realm", realmId)
            .setParameter("pack", RoleAttributes.PREFIX + "%")
            .getResultList();
    Map<String, MarkedRole> byId = new LinkedHashMap<>();
    for (Object[] row : rows) {
      byId.computeIfAbsent(
              (String) row[0],
              id ->
                  new MarkedRole(
                      id,
                      (String) row[1],
                      (Boolean) row[2] ? String.valueOf(row[3]) : null,
                      new LinkedHashMap<>()))
          .attributes()
          .computeIfAbsent((String) row[4], name -> new ArrayList<>())
          .add(String.valueOf(row[5]));
    }
    return List.copyOf(byId.values());
  }

  /** How many people have one of these roles in Keycloak itself, by role; zero is left out. */
  Map<String, Long> usersByRole(Collection<String> roleIds) {
    Map<String, Long> counts = new LinkedHashMap<>();
    count("select m.roleId, count(m.user.id) from UserRoleMappingEntity m", roleIds, counts);
    count(
        "select m.roleId, count(m.userId) from FederatedUserRoleMappingEntity m", roleIds, counts);
    return counts;
  }

  private void count(String select, Collection<String> roleIds, Map<String, Long> counts) {
    if (!roleIds.isEmpty()) {
      em.createQuery(select + " where m.roleId in (:roles) group by m.roleId", Object[].class)
          .setParameter("roles", roleIds)
          .getResultList()
          .forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
    }
  }

  /**
   * Names of the realm's groups that have one of these roles, by role. Groups inside organizations
   * are left out: their roles never get into a token's own roles.
   */
  Map<String, List<String>> groupsByRole(Collection<String> roleIds) {
    return byRole(
        "select m.roleId, g.name from GroupRoleMappingEntity m join m.group g"
            + " where m.roleId in (:roles) and g.organization is null order by g.name",
        roleIds);
  }

  /** Names of the roles that include one of these roles, by role. */
  Map<String, List<String>> includedIn(Collection<String> roleIds) {
    return byRole(
        "select c.childRole.id, p.name from CompositeRoleEntity c join c.parentRole p"
            + " where c.childRole.id in (:roles) order by p.name",
        roleIds);
  }

  private Map<String, List<String>> byRole(String query, Collection<String> roleIds) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (!roleIds.isEmpty()) {
      em.createQuery(query, Object[].class)
          .setParameter("roles", roleIds)
          .setMaxResults(Examples.COUNTED + 1)
          .getResultList()
          .forEach(
              row ->
                  names
                      .computeIfAbsent((String) row[0], role -> new ArrayList<>())
                      .add((String) row[1]));
    }
    return names;
  }

  /**
   * Ids of the applications that have one of these scopes but not that one. Keycloak's own clients
   * need none of it.
   */
  List<String> clientsWithout(String scopeId, Collection<String> scopesTheyHave) {
    if (scopesTheyHave.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select distinct c.id, c.clientId from ClientEntity c, ClientScopeClientMappingEntity h"
                + " where c.realmId = :realm and c.protocol = :protocol and c.bearerOnly = false"
                + " and c.clientId not in (:keycloaks) and h.clientId = c.id"
                + " and h.clientScopeId in (:held) and not exists"
                + " (select 1 from ClientScopeClientMappingEntity x"
                + " where x.clientId = c.id and x.clientScopeId = :scope) order by c.clientId",
            Object[].class)
        .setParameter("realm", realmId)
        .setParameter("protocol", ScopeDraft.OPENID_CONNECT)
        .setParameter("keycloaks", Constants.defaultClients)
        .setParameter("held", scopesTheyHave)
        .setParameter("scope", scopeId)
        .getResultStream()
        .map(row -> (String) row[0])
        .toList();
  }

  /** Aliases of the organizations whose attribute has another value than these. */
  List<String> organizationsWithOther(String attribute, Collection<String> values) {
    return em.createQuery(
            "select o.alias from OrganizationEntity o, GroupAttributeEntity a"
                + " where o.realmId = :realm and a.group.id = o.groupId and a.name = :attribute"
                + " and a.value not in (:values) order by o.alias",
            String.class)
        .setParameter("realm", realmId)
        .setParameter("attribute", attribute)
        .setParameter("values", values)
        .setMaxResults(Examples.COUNTED + 1)
        .getResultList();
  }
}
