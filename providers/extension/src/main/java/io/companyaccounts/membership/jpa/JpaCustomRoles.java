// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAttributes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RoleModel;

/** The rows of custom roles of one realm. */
final class JpaCustomRoles {

  private final EntityManager em;
  private final String realmId;
  private final KeycloakRoles keycloak;

  JpaCustomRoles(EntityManager em, String realmId, KeycloakRoles keycloak) {
    this.em = em;
    this.realmId = realmId;
    this.keycloak = keycloak;
  }

  /** All custom roles of one organization, in one statement. */
  List<CompanyRole> of(String orgId) {
    List<Object[]> rows =
        em.createQuery(
                "select r.id, r.name, r.description, r.rank, r.version, p.permissionId"
                    + " from CompanyCustomRole r"
                    + " left join CompanyCustomRolePermission p on p.roleId = r.id"
                    + " where r.orgId = :org order by r.name",
                Object[].class)
            .setParameter("org", orgId)
            .getResultList();
    Map<String, JpaMembers.CustomRoleRow> byId = new LinkedHashMap<>();
    for (Object[] row : rows) {
      byId.computeIfAbsent((String) row[0], id -> JpaMembers.CustomRoleRow.of(row, 0))
          .addPermission(row[5]);
    }
    return byId.values().stream().map(this::toValue).toList();
  }

  CompanyRole toValue(JpaMembers.CustomRoleRow row) {
    Set<Permission> granted = new HashSet<>();
    Set<RoleModel> reached = new HashSet<>();
    for (String id : row.permissionIds()) {
      keycloak.permission(id).ifPresent(granted::add);
      reached.addAll(keycloak.reachedBy(id));
    }
    return new CompanyRole(
        row.id(),
        CompanyRole.Kind.CUSTOM,
        row.name(),
        Map.of(),
        row.description(),
        row.rank(),
        true,
        false,
        false,
        granted,
        KeycloakRoles.permissionsOf(reached),
        KeycloakRoles.limitedOf(reached),
        row.version());
  }

  CustomRoleEntity create(
      String orgId,
      String name,
      @Nullable String description,
      int rank,
      Collection<String> permissionIds) {
    CustomRoleEntity role = new CustomRoleEntity(UUID.randomUUID().toString(), realmId, orgId);
    store(role, name, description, rank);
    em.persist(role);
    permissionIds.forEach(id -> em.persist(new CustomRolePermissionEntity(role.id, id)));
    em.flush();
    return role;
  }

  void change(
      String roleId,
      String name,
      @Nullable String description,
      int rank,
      Collection<String> permissionIds) {
    CustomRoleEntity role = em.find(CustomRoleEntity.class, roleId);
    store(role, name, description, rank);
    removePermissions(roleId);
    permissionIds.forEach(id -> em.persist(new CustomRolePermissionEntity(roleId, id)));
    em.flush();
  }

  void delete(String roleId) {
    removePermissions(roleId);
    CustomRoleEntity role = em.find(CustomRoleEntity.class, roleId);
    if (role != null) {
      em.remove(role);
      em.flush();
    }
  }

  /** How many hold the role, now or later. */
  long countHolders(String roleId) {
    return em.createQuery(
            "select count(a.id) from CompanyRoleAssignment a where a.roleId = :role", Long.class)
        .setParameter("role", roleId)
        .getSingleResult();
  }

  List<RoleAssignmentEntity> holders(String roleId) {
    return em.createQuery(
            "select a from CompanyRoleAssignment a where a.roleId = :role order by a.userId",
            RoleAssignmentEntity.class)
        .setParameter("role", roleId)
        .getResultList();
  }

  /** Drops a permission that is gone from every custom role; gives the organizations affected. */
  Map<String, List<String>> removePermission(String permissionId) {
    List<Object[]> affected =
        em.createQuery(
                "select r.orgId, r.id from CompanyCustomRole r, CompanyCustomRolePermission p"
                    + " where p.roleId = r.id and p.permissionId = :permission",
                Object[].class)
            .setParameter("permission", permissionId)
            .getResultList();
    em.createQuery("delete from CompanyCustomRolePermission p where p.permissionId = :permission")
        .setParameter("permission", permissionId)
        .executeUpdate();
    Map<String, List<String>> byOrg = new LinkedHashMap<>();
    affected.forEach(
        row ->
            byOrg.computeIfAbsent((String) row[0], org -> new ArrayList<>()).add((String) row[1]));
    return byOrg;
  }

  /** Ids of client roles that the vendor marked as permissions of companies, in one statement. */
  List<String> markedPermissionIds() {
    return em.createQuery(
            "select distinct a.role.id from RoleAttributeEntity a"
                + " where a.name in (:names) and a.role.realmId = :realm and a.role.clientRole = true",
            String.class)
        .setParameter("names", List.of(RoleAttributes.RESOURCE, RoleAttributes.ASSIGNABLE))
        .setParameter("realm", realmId)
        .getResultList();
  }

  Optional<String> organizationOf(String roleId) {
    return Optional.ofNullable(em.find(CustomRoleEntity.class, roleId)).map(role -> role.orgId);
  }

  private void store(CustomRoleEntity role, String name, @Nullable String description, int rank) {
    role.name = name;
    role.description = description;
    role.rank = rank;
    role.version++;
  }

  private void removePermissions(String roleId) {
    em.createQuery("delete from CompanyCustomRolePermission p where p.roleId = :role")
        .setParameter("role", roleId)
        .executeUpdate();
    em.flush();
  }
}
