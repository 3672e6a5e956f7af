// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Seats;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Questions about the stored members, owners and roles of all companies of a realm: what does not
 * fit what Keycloak has. At most one more than {@link Examples#COUNTED} answers each.
 */
final class JpaCompanyFacts {

  private final EntityManager em;
  private final String realmId;

  JpaCompanyFacts(KeycloakSession session, RealmModel realm) {
    em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    realmId = realm.getId();
  }

  /** A person in a company, by ids that are no names. */
  record Place(String organization, String user) {
    Map<String, String> about() {
      return Map.of("organization", organization, "user", user);
    }
  }

  /** Blocked people who are native members all the same. */
  List<Place> blockedButMembers() {
    return bounded(
            "select o.alias, m.userId from CompanyMember m, OrganizationEntity o,"
                + " UserGroupMembershipEntity g where m.realmId = :realm and m.state = :blocked"
                + " and o.id = m.orgId and g.groupId = o.groupId and g.user.id = m.userId"
                + " order by o.alias, m.userId",
            Object[].class)
        .setParameter("blocked", MemberState.BLOCKED)
        .getResultStream()
        .map(row -> new Place((String) row[0], (String) row[1]))
        .toList();
  }

  /** Aliases of the organizations without an owner. */
  List<String> withoutOwner() {
    return bounded(
            "select o.alias from OrganizationEntity o where o.realmId = :realm and not exists"
                + " (select 1 from CompanyOwner w where w.orgId = o.id) order by o.alias",
            String.class)
        .getResultList();
  }

  /**
   * People who are known here but not to Keycloak. Those of other user stores are not looked up.
   */
  List<Place> withoutUser() {
    return bounded(
            "select o.alias, m.userId from CompanyMember m, OrganizationEntity o"
                + " where m.realmId = :realm and o.id = m.orgId and m.userId not like 'f:%'"
                + " and not exists (select 1 from UserEntity u where u.id = m.userId)"
                + " order by o.alias, m.userId",
            Object[].class)
        .getResultStream()
        .map(row -> new Place((String) row[0], (String) row[1]))
        .toList();
  }

  /** Aliases of the organizations with a custom role of one of these names, and the name. */
  List<Map<String, String>> customRolesNamed(Collection<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    return bounded(
            "select o.alias, r.name from CompanyCustomRole r, OrganizationEntity o"
                + " where r.realmId = :realm and o.id = r.orgId and lower(r.name) in (:names)"
                + " order by o.alias, r.name",
            Object[].class)
        .setParameter("names", names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList())
        .getResultStream()
        .map(row -> Map.of("organization", (String) row[0], "role", (String) row[1]))
        .toList();
  }

  /** Aliases of the organizations whose custom roles name permissions that are gone. */
  List<String> withGonePermissions() {
    return bounded(
            "select distinct o.alias from CompanyCustomRole r, CompanyCustomRolePermission p,"
                + " OrganizationEntity o where r.realmId = :realm and o.id = r.orgId"
                + " and p.roleId = r.id"
                + " and not exists (select 1 from RoleEntity k where k.id = p.permissionId)"
                + " order by o.alias",
            String.class)
        .getResultList();
  }

  /** Aliases of the organizations whose members hold roles that are gone. */
  List<String> withGoneRoles() {
    return bounded(
            "select distinct o.alias from CompanyRoleAssignment a, OrganizationEntity o"
                + " where o.realmId = :realm and o.id = a.orgId"
                + " and not exists (select 1 from RoleEntity k where k.id = a.roleId)"
                + " and not exists (select 1 from CompanyCustomRole c where c.id = a.roleId)"
                + " order by o.alias",
            String.class)
        .getResultList();
  }

  /**
   * What an organization may have and has.
   *
   * @param limit value of its own attribute; null if it has none
   * @param members native members, of other user stores too
   */
  record SeatsTaken(String organization, @Nullable String limit, long members) {}

  /**
   * Organizations with an own limit of seats, or all.
   *
   * @param all those without an own limit too
   */
  List<SeatsTaken> seats(boolean all) {
    return em.createQuery(
            "select o.alias, max(a.value), (select count(m.user.id)"
                + " from UserGroupMembershipEntity m where m.groupId = o.groupId),"
                + " (select count(f.userId) from FederatedUserGroupMembershipEntity f"
                + " where f.groupId = o.groupId) from OrganizationEntity o"
                + (all ? " left" : "")
                + " join GroupAttributeEntity a on a.group.id = o.groupId and a.name = :seats"
                + " where o.realmId = :realm group by o.alias, o.groupId order by o.alias",
            Object[].class)
        .setParameter("realm", realmId)
        .setParameter("seats", Seats.KEY)
        .getResultStream()
        .map(
            row ->
                new SeatsTaken(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).longValue() + ((Number) row[3]).longValue()))
        .toList();
  }

  long storedMembers() {
    return count("select count(m.userId) from CompanyMember m where m.realmId = :realm");
  }

  long customRoles() {
    return count("select count(r.id) from CompanyCustomRole r where r.realmId = :realm");
  }

  private long count(String query) {
    return em.createQuery(query, Long.class).setParameter("realm", realmId).getSingleResult();
  }

  private <T> TypedQuery<T> bounded(String query, Class<T> type) {
    return em.createQuery(query, type)
        .setParameter("realm", realmId)
        .setMaxResults(Examples.COUNTED + 1);
  }
}
