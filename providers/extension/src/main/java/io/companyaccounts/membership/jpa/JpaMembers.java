// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/** The rows of members, their roles and owners of one realm. */
final class JpaMembers {

  private final EntityManager em;
  private final String realmId;

  JpaMembers(EntityManager em, String realmId) {
    this.em = em;
    this.realmId = realmId;
  }

  private static final String ROLE_COLUMNS =
      "a.roleId, a.validFrom, a.validUntil, a.amountLimit, r.id, r.name, r.description, r.rank,"
          + " r.version, p.permissionId";
  private static final String ROLE_JOINS =
      " left join CompanyCustomRole r on r.id = a.roleId"
          + " left join CompanyCustomRolePermission p on p.roleId = r.id";

  /** Lines of the same shape that hold nothing but an organization and its rule. */
  private static final String RULES =
      " union all select e.orgId, 'ACTIVE', 0, nullif(e.orgId, e.orgId), false, nullif(1L, 1L),"
          + " nullif(1L, 1L), nullif(e.orgId, e.orgId), nullif(1L, 1L), nullif(1L, 1L),"
          + " nullif(1L, 1L), nullif(e.orgId, e.orgId), nullif(e.orgId, e.orgId),"
          + " nullif(e.orgId, e.orgId),"
          + " nullif(1, 1), nullif(1, 1), nullif(e.orgId, e.orgId), e.rule"
          + " from CompanyEmailRule e where e.orgId in (:orgs)";

  /** What is stored about one person in one organization. */
  record Stored(
      String orgId, MemberState state, int version, boolean owner, AddressNotes notes, Held held) {}

  /** Assignments, and the custom roles met among them. */
  record Held(List<RoleAssignment> assignments, Map<String, CustomRoleRow> customRoles) {

    Held() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }

    /** Takes one line of a joined result; the columns of the role begin at {@code at}. */
    private void add(Object[] row, int at) {
      if (row[at] == null) {
        return;
      }
      RoleAssignment assignment =
          RoleAssignmentEntity.value(
              (String) row[at], (Long) row[at + 1], (Long) row[at + 2], (Long) row[at + 3]);
      if (!assignments.contains(assignment)) {
        assignments.add(assignment);
      }
      if (row[at + 4] != null) {
        customRoles
            .computeIfAbsent((String) row[at + 4], id -> CustomRoleRow.of(row, at + 4))
            .addPermission(row[at + 9]);
      }
    }
  }

  /** A custom role as read line by line. */
  record CustomRoleRow(
      String id,
      String name,
      @Nullable String description,
      int rank,
      int version,
      List<String> permissionIds) {

    /** Starts with the columns id, name, description, rank, version at {@code at}. */
    static CustomRoleRow of(Object[] row, int at) {
      return new CustomRoleRow(
          (String) row[at],
          (String) row[at + 1],
          (String) row[at + 2],
          (Integer) row[at + 3],
          (Integer) row[at + 4],
          new ArrayList<>());
    }

    void addPermission(@Nullable Object id) {
      if (id != null) {
        permissionIds.add((String) id);
      }
    }
  }

  /**
   * Everything stored about one person.
   *
   * @param stored where the person is, or was, a member
   * @param emailRules e-mail rules of the person's organizations, by id, as stored
   */
  record Read(List<Stored> stored, Map<String, String> emailRules) {}

  /**
   * Everything stored about one person, in one statement: what other features need at each login is
   * read along, so that all of them together ask once.
   *
   * @param orgIds the organizations whose rules are wanted
   */
  Read of(String userId, Collection<String> orgIds) {
    TypedQuery<Object[]> query =
        em.createQuery(
                "select m.orgId, cast(m.state as String), m.version, o.userId, m.external,"
                    + " m.misfitSince, m.misfitUntil, "
                    + ROLE_COLUMNS
                    + ", nullif(m.orgId, m.orgId) from CompanyMember m"
                    + " left join CompanyOwner o on o.orgId = m.orgId and o.userId = m.userId"
                    + " left join CompanyRoleAssignment a on a.orgId = m.orgId and a.userId = m.userId"
                    + ROLE_JOINS
                    + " where m.userId = :user and m.realmId = :realm"
                    + (orgIds.isEmpty() ? "" : RULES),
                Object[].class)
            .setParameter("user", userId)
            .setParameter("realm", realmId);
    if (!orgIds.isEmpty()) {
      query.setParameter("orgs", orgIds);
    }
    Map<String, Stored> byOrg = new LinkedHashMap<>();
    Map<String, String> rules = new HashMap<>();
    for (Object[] row : query.getResultList()) {
      String orgId = (String) row[0];
      if (row[17] != null) {
        rules.put(orgId, (String) row[17]);
      } else {
        byOrg.computeIfAbsent(orgId, org -> stored(org, row)).held().add(row, 7);
      }
    }
    return new Read(List.copyOf(byOrg.values()), Map.copyOf(rules));
  }

  private static Stored stored(String orgId, Object[] row) {
    return new Stored(
        orgId,
        MemberState.valueOf((String) row[1]),
        (Integer) row[2],
        row[3] != null,
        notes(row, 4),
        new Held());
  }

  /** Reads the columns external, misfitSince, misfitUntil; all null if there is no row. */
  static AddressNotes notes(Object[] row, int at) {
    boolean external = Boolean.TRUE.equals(row[at]);
    @Nullable Instant since = instant(row[at + 1]);
    if (since == null) {
      return external ? AddressNotes.EXTERNAL : AddressNotes.NONE;
    }
    return new AddressNotes(external, since, instant(row[at + 2]));
  }

  private static @Nullable Instant instant(@Nullable Object millis) {
    return millis == null ? null : Instant.ofEpochMilli((Long) millis);
  }

  /** Roles of several people of one organization, in one statement. */
  Map<String, Held> held(String orgId, Collection<String> userIds) {
    if (userIds.isEmpty()) {
      return Map.of();
    }
    List<Object[]> rows =
        em.createQuery(
                "select a.userId, "
                    + ROLE_COLUMNS
                    + " from CompanyRoleAssignment a"
                    + ROLE_JOINS
                    + " where a.orgId = :org and a.userId in (:users)",
                Object[].class)
            .setParameter("org", orgId)
            .setParameter("users", userIds)
            .getResultList();
    Map<String, Held> byUser = new LinkedHashMap<>();
    rows.forEach(row -> byUser.computeIfAbsent((String) row[0], user -> new Held()).add(row, 1));
    return byUser;
  }

  /**
   * Serializes changes of one organization across all nodes. The row always exists, and READ
   * COMMITTED suffices because what is read afterwards is read under the lock.
   */
  void lock(String orgId) {
    em.find(OrganizationEntity.class, orgId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The row of a member, made if there is none, its version counted up. */
  MemberEntity touch(String orgId, String userId, Instant now) {
    MemberEntity member = em.find(MemberEntity.class, new MemberEntity.Key(orgId, userId));
    if (member == null) {
      member = new MemberEntity(realmId, orgId, userId, now.toEpochMilli());
      em.persist(member);
    }
    member.version++;
    return member;
  }

  /** Notes since and until when an address does not fit; tells whether this is news. */
  boolean noteMisfit(
      String orgId, String userId, @Nullable Instant since, @Nullable Instant until, Instant now) {
    MemberEntity member = em.find(MemberEntity.class, new MemberEntity.Key(orgId, userId));
    boolean known = member != null && member.misfitSince != null;
    @Nullable Long end = until == null ? null : Long.valueOf(until.toEpochMilli());
    if (known == (since != null) && (member == null || Objects.equals(member.misfitUntil, end))) {
      return false;
    }
    MemberEntity row = touch(orgId, userId, now);
    if (!known || since == null) {
      row.misfitSince = since == null ? null : Long.valueOf(since.toEpochMilli());
    }
    row.misfitUntil = end;
    em.flush();
    return true;
  }

  void replaceAssignments(String orgId, String userId, Collection<RoleAssignment> assignments) {
    em.createQuery("delete from CompanyRoleAssignment a where a.orgId = :org and a.userId = :user")
        .setParameter("org", orgId)
        .setParameter("user", userId)
        .executeUpdate();
    em.flush();
    assignments.forEach(each -> em.persist(new RoleAssignmentEntity(orgId, userId, each)));
    em.flush();
  }

  /** The same for many members at once; nothing stays behind in the session. */
  void touchAndReplace(String orgId, Map<String, List<RoleAssignment>> rolesByUser, Instant now) {
    Map<String, MemberEntity> rows = new HashMap<>();
    em.createQuery(
            "select m from CompanyMember m where m.orgId = :org and m.userId in (:users)",
            MemberEntity.class)
        .setParameter("org", orgId)
        .setParameter("users", rolesByUser.keySet())
        .getResultList()
        .forEach(member -> rows.put(member.userId, member));
    em.createQuery(
            "delete from CompanyRoleAssignment a where a.orgId = :org and a.userId in (:users)")
        .setParameter("org", orgId)
        .setParameter("users", rolesByUser.keySet())
        .executeUpdate();
    List<Object> stored = new ArrayList<>(rows.values());
    rolesByUser.forEach(
        (userId, roles) -> {
          MemberEntity member = rows.get(userId);
          if (member == null) {
            member = new MemberEntity(realmId, orgId, userId, now.toEpochMilli());
            em.persist(member);
            stored.add(member);
          }
          member.version++;
        });
    em.flush();
    rolesByUser.forEach(
        (userId, roles) ->
            roles.stream()
                .map(role -> new RoleAssignmentEntity(orgId, userId, role))
                .forEach(
                    role -> {
                      em.persist(role);
                      stored.add(role);
                    }));
    em.flush();
    stored.forEach(em::detach);
  }

  Optional<String> owner(String orgId) {
    return em.createQuery("select o.userId from CompanyOwner o where o.orgId = :org", String.class)
        .setParameter("org", orgId)
        .getResultStream()
        .findFirst();
  }

  void setOwner(String orgId, @Nullable String userId) {
    em.createQuery("delete from CompanyOwner o where o.orgId = :org")
        .setParameter("org", orgId)
        .executeUpdate();
    em.flush();
    if (userId != null) {
      em.persist(new OwnerEntity(orgId, userId));
      em.flush();
    }
  }

  /** Forgets a person in one organization; roles and ownership go along. */
  boolean remove(String orgId, String userId) {
    MemberEntity member = em.find(MemberEntity.class, new MemberEntity.Key(orgId, userId));
    if (member == null) {
      return false;
    }
    replaceAssignments(orgId, userId, List.of());
    em.createQuery("delete from CompanyOwner o where o.orgId = :org and o.userId = :user")
        .setParameter("org", orgId)
        .setParameter("user", userId)
        .executeUpdate();
    em.remove(member);
    em.flush();
    return true;
  }

  /** Organizations of the realm in which something is stored about a person. */
  List<String> organizationsOf(String userId) {
    return em.createQuery(
            "select m.orgId from CompanyMember m where m.userId = :user and m.realmId = :realm",
            String.class)
        .setParameter("user", userId)
        .setParameter("realm", realmId)
        .getResultList();
  }

  /**
   * Active native members, other than one person, who hold one of these roles from now on without
   * an end.
   */
  boolean anyoneHoldsLastingly(
      String orgId, Collection<String> roleIds, @Nullable String exceptUser, Instant now) {
    if (roleIds.isEmpty()) {
      return false;
    }
    return !em.createQuery(
            "select 1 from CompanyRoleAssignment a, CompanyMember m, OrganizationEntity o,"
                + " UserGroupMembershipEntity g"
                + " where a.orgId = :org and a.roleId in (:roles) and a.validUntil is null"
                + " and (a.validFrom is null or a.validFrom <= :now) and a.userId <> :except"
                + " and m.orgId = a.orgId and m.userId = a.userId and m.state = :active"
                + " and o.id = a.orgId and g.groupId = o.groupId and g.user.id = a.userId",
            Integer.class)
        .setParameter("org", orgId)
        .setParameter("roles", roleIds)
        .setParameter("now", now.toEpochMilli())
        .setParameter("except", exceptUser == null ? "" : exceptUser)
        .setParameter("active", MemberState.ACTIVE)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Native members, other than one person, who hold no role now or later, so that the default role
   * counts for them.
   */
  boolean anyoneHoldsNothing(String orgId, @Nullable String exceptUser, Instant now) {
    return !em.createQuery(
            "select 1 from OrganizationEntity o, UserGroupMembershipEntity g"
                + " where o.id = :org and g.groupId = o.groupId and g.user.id <> :except"
                + " and not exists (select 1 from CompanyRoleAssignment a where a.orgId = :org"
                + " and a.userId = g.user.id and (a.validUntil is null or a.validUntil > :now))",
            Integer.class)
        .setParameter("org", orgId)
        .setParameter("now", now.toEpochMilli())
        .setParameter("except", exceptUser == null ? "" : exceptUser)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Ids of active members of this organization who hold one of these roles now. */
  List<String> holders(String orgId, Collection<String> roleIds, Instant now, int max) {
    if (roleIds.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select distinct a.userId from CompanyRoleAssignment a, CompanyMember m"
                + " where a.orgId = :org and m.orgId = a.orgId and m.userId = a.userId"
                + " and m.state = :active and a.roleId in (:roles) and (a.validFrom is null or a.validFrom <= :now)"
                + " and (a.validUntil is null or a.validUntil > :now) order by a.userId",
            String.class)
        .setParameter("org", orgId)
        .setParameter("roles", roleIds)
        .setParameter("now", now.toEpochMilli())
        .setParameter("active", MemberState.ACTIVE)
        .setMaxResults(max)
        .getResultList();
  }

  /** How many native members hold a role, for each organization where somebody does. */
  List<Map.Entry<String, Long>> holdersByOrganization(String roleId) {
    return em.createQuery(
            "select a.orgId, count(a.id) from CompanyRoleAssignment a, OrganizationEntity o,"
                + " UserGroupMembershipEntity g where a.roleId = :role and o.id = a.orgId"
                + " and g.groupId = o.groupId and g.user.id = a.userId group by a.orgId",
            Object[].class)
        .setParameter("role", roleId)
        .getResultStream()
        .map(row -> Map.entry((String) row[0], (Long) row[1]))
        .toList();
  }

  /** Drops all assignments of a role, in every organization. */
  void removeAssignmentsOf(String roleId) {
    em.createQuery("delete from CompanyRoleAssignment a where a.roleId = :role")
        .setParameter("role", roleId)
        .executeUpdate();
    em.flush();
  }
}
