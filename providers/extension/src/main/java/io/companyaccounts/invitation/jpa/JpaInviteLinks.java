// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The rows of invite links of one realm. */
final class JpaInviteLinks {

  private final EntityManager em;
  private final String realmId;

  JpaInviteLinks(KeycloakSession session, String realmId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realmId;
  }

  /** A row and the roles that it gives. */
  record Stored(InviteLinkEntity row, List<RoleAssignment> roles) {}

  /** All of an organization, the latest first. */
  List<Stored> of(String orgId) {
    List<Stored> found = query("i.orgId = :org", Map.of("org", orgId));
    found.forEach(stored -> em.detach(stored.row()));
    return found;
  }

  /** One to look at; nothing stays in the session. */
  Optional<Stored> read(String orgId, String id) {
    Optional<Stored> found = forChange(orgId, id);
    found.ifPresent(stored -> em.detach(stored.row()));
    return found;
  }

  /** One to change, under the lock of its organization. */
  Optional<Stored> forChange(String orgId, String id) {
    return query("i.orgId = :org and i.id = :id", Map.of("org", orgId, "id", id)).stream()
        .findFirst();
  }

  /** The one with this code. */
  Optional<Stored> readByHash(String hash) {
    List<Stored> found = query("i.codeHash = :hash", Map.of("hash", hash));
    found.forEach(stored -> em.detach(stored.row()));
    return found.stream().findFirst();
  }

  private List<Stored> query(String where, Map<String, Object> parameters) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "select i, r.roleId, r.validFrom, r.validUntil, r.amountLimit"
                + " from CompanyInviteLink i"
                + " left join CompanyInviteLinkRole r on r.linkId = i.id"
                + " where i.realmId = :realm and "
                + where
                + " order by i.created desc, i.id",
            Object[].class);
    query.setParameter("realm", realmId);
    parameters.forEach(query::setParameter);
    Map<String, Stored> found = new LinkedHashMap<>();
    for (Object[] line : query.getResultList()) {
      InviteLinkEntity row = (InviteLinkEntity) line[0];
      Stored stored = found.computeIfAbsent(row.id, id -> new Stored(row, new ArrayList<>()));
      if (line[1] != null) {
        stored
            .roles()
            .add(
                RoleColumns.value(
                    (String) line[1], (Long) line[2], (Long) line[3], (Long) line[4]));
      }
    }
    return List.copyOf(found.values());
  }

  long count(String orgId) {
    return em.createQuery(
            "select count(i.id) from CompanyInviteLink i where i.orgId = :org", Long.class)
        .setParameter("org", orgId)
        .getSingleResult();
  }

  void add(InviteLinkEntity row, Collection<RoleAssignment> roles) {
    em.persist(row);
    roles.forEach(role -> em.persist(new InviteLinkRoleEntity(row.id, role)));
  }

  void replaceRoles(String id, Collection<RoleAssignment> roles) {
    em.createQuery("delete from CompanyInviteLinkRole r where r.linkId = :id")
        .setParameter("id", id)
        .executeUpdate();
    roles.forEach(role -> em.persist(new InviteLinkRoleEntity(id, role)));
  }

  void delete(InviteLinkEntity row) {
    replaceRoles(row.id, List.of());
    em.remove(row);
    em.flush();
  }

  /** A role that is gone is given to nobody. */
  void removeRole(String roleId) {
    em.createQuery("delete from CompanyInviteLinkRole r where r.roleId = :role")
        .setParameter("role", roleId)
        .executeUpdate();
  }

  /** Nobody vouches any more for the links of somebody whose account is gone. */
  void forgetPerson(String userId) {
    em.createQuery(
            "update CompanyInviteLink i set i.creatorId = null, i.creatorName = null"
                + " where i.realmId = :realm and i.creatorId = :user")
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
  }
}
