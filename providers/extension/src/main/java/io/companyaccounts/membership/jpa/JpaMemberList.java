// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberPage;
import io.companyaccounts.membership.MemberQuery;
import io.companyaccounts.membership.MemberState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists members in one statement, total included, however large the company is. Native members and
 * blocked people are two arms, each ordered and cut for itself, so that the database can walk an
 * index instead of sorting everybody.
 *
 * <p>Reads Keycloak's own tables of users and group memberships, which are internal: this class is
 * the only place, and is tested on every supported Keycloak.
 */
final class JpaMemberList {

  private static final String PERSON =
      "u.id as id, u.username as username, u.email as email, u.firstName as firstName,"
          + " u.lastName as lastName, u.enabled as enabled";
  private static final String OWN_ROWS =
      " left join CompanyMember m on m.orgId = :org and m.userId = %1$s.id"
          + " left join CompanyOwner o on o.orgId = :org and o.userId = %1$s.id";
  private static final String GROUP =
      "(select x.groupId from OrganizationEntity x where x.id = :org)";
  private static final String COUNTS =
      "(a.validFrom is null or a.validFrom <= :now) and (a.validUntil is null or a.validUntil > :now)";

  private final EntityManager em;
  private final String realmId;

  JpaMemberList(EntityManager em, String realmId) {
    this.em = em;
    this.realmId = realmId;
  }

  /** One line of the list, without roles. */
  record Row(
      String userId,
      String username,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      boolean enabled,
      MemberState state,
      boolean owner,
      AddressNotes notes,
      int version) {

    String displayName() {
      return Member.displayName(username, firstName, lastName);
    }
  }

  /** Lines of one page and the total, counted up to one more than the cap. */
  record Rows(List<Row> rows, int counted) {}

  /**
   * @param defaultRoleId id of the role that counts for members without one; null if there is none
   */
  Rows page(String orgId, MemberQuery query, @Nullable String defaultRoleId, Instant now) {
    Map<String, Object> parameters = new HashMap<>();
    String filter = filter(query, defaultRoleId, now, parameters);
    String order = order(query, "u.");
    int reach = reach(query.first() + query.max());
    List<String> arms = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    if (query.state() != MemberState.BLOCKED) {
      String from = nativeMembers(filter);
      arms.add("(select " + PERSON + from + order + " limit " + reach + ")");
      counted.add(counted(nativeIds(filter), "g.user.id", "c"));
    }
    if (query.state() != MemberState.ACTIVE) {
      String from = blockedMembers(filter);
      parameters.put("blocked", MemberState.BLOCKED);
      arms.add("(select " + PERSON + from + order + " limit " + reach + ")");
      counted.add(counted(from, "u.id", "d"));
    }
    String total = String.join(" + ", counted);
    String hql =
        "select x.id, x.username, x.email, x.firstName, x.lastName, x.enabled, m.state, m.version,"
            + " o.userId, m.phone, m.external, m.misfitSince, m.misfitUntil, "
            + total
            + " from ("
            + String.join(" union all ", arms)
            + ") x"
            + OWN_ROWS.formatted("x")
            + order(query, "x.");
    parameters.put("org", orgId);
    parameters.put("realm", realmId);
    parameters.put("cap", MemberPage.CAP + 1);
    List<Object[]> rows =
        bind(em.createQuery(hql, Object[].class), parameters)
            .setFirstResult(query.first())
            .setMaxResults(query.max())
            .getResultList()
            .stream()
            .map(Object[].class::cast)
            .toList();
    if (rows.isEmpty()) {
      return new Rows(List.of(), query.first() == 0 ? 0 : count(total, parameters));
    }
    return new Rows(
        rows.stream().map(JpaMemberList::row).toList(), ((Number) rows.get(0)[13]).intValue());
  }

  /**
   * How many lines of each arm are needed, rounded up. It is written into the statement, since
   * Hibernate keeps the first value of a parameter there for all later pages; rounding keeps the
   * number of different statements small.
   */
  private static int reach(int needed) {
    int rounded = Integer.highestOneBit(Math.max(needed, 32) - 1) * 2;
    return rounded > 0 ? rounded : Integer.MAX_VALUE;
  }

  /** Behind the end of the list no line carries the total. */
  private int count(String total, Map<String, Object> parameters) {
    Map<String, Object> needed = new HashMap<>(parameters);
    if (!total.contains(":realm")) {
      needed.remove("realm");
    }
    Query query =
        em.createQuery(
            "select " + total + " from OrganizationEntity z where z.id = :org", Object.class);
    return ((Number) bind(query, needed).getSingleResult()).intValue();
  }

  /** Lines of certain people who are members or blocked. */
  List<Row> byIds(String orgId, Collection<String> userIds) {
    return of(orgId, "u.id", userIds);
  }

  /** The same by login name; Keycloak stores these in lower case. */
  List<Row> byNames(String orgId, Collection<String> usernames) {
    return of(
        orgId,
        "u.username",
        usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
  }

  private List<Row> of(String orgId, String column, Collection<String> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    String hql =
        "select u.id, u.username, u.email, u.firstName, u.lastName, u.enabled, m.state, m.version,"
            + " o.userId, m.phone, m.external, m.misfitSince, m.misfitUntil from UserEntity u"
            + OWN_ROWS.formatted("u")
            + " where u.realmId = :realm and "
            + column
            + " in (:values) and (m.state = :blocked or exists"
            + " (select 1 from UserGroupMembershipEntity g where g.user = u and g.groupId = "
            + GROUP
            + ")) order by u.username";
    return em.createQuery(hql, Object[].class)
        .setParameter("org", orgId)
        .setParameter("realm", realmId)
        .setParameter("values", values)
        .setParameter("blocked", MemberState.BLOCKED)
        .getResultStream()
        .map(JpaMemberList::row)
        .toList();
  }

  /** The order lets the database stop at the cap while it walks the primary key. */
  private static String counted(String from, String id, String alias) {
    return "(select count(%3$s.id) from (select %2$s as id %1$s order by %2$s limit :cap) %3$s)"
        .formatted(from, id, alias);
  }

  /** Without a filter nobody's user row needs to be read to count members. */
  private static String nativeIds(String filter) {
    return " from UserGroupMembershipEntity g"
        + (filter.isEmpty() ? "" : " join g.user u")
        + " where g.groupId = "
        + GROUP
        + filter;
  }

  /** The realm stands here so that the index on realm and login name can be walked in order. */
  private static String nativeMembers(String filter) {
    return " from UserGroupMembershipEntity g join g.user u where u.realmId = :realm and g.groupId = "
        + GROUP
        + filter;
  }

  private static String blockedMembers(String filter) {
    return " from CompanyMember b join UserEntity u on u.id = b.userId"
        + " where b.orgId = :org and b.state = :blocked and u.realmId = :realm"
        + " and not exists (select 1 from UserGroupMembershipEntity g where g.user = u"
        + " and g.groupId = "
        + GROUP
        + ")"
        + filter;
  }

  private static String filter(
      MemberQuery query, @Nullable String defaultRoleId, Instant now, Map<String, Object> values) {
    StringBuilder where = new StringBuilder();
    String search = query.search();
    if (search != null && !search.isBlank()) {
      String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+", 4);
      for (int i = 0; i < words.length; i++) {
        String name = "word" + i;
        values.put(name, "%" + words[i].replaceAll("([!%_])", "!$1") + "%");
        where
            .append(" and (u.username like :" + name + " escape '!'")
            .append(" or u.email like :" + name + " escape '!'")
            .append(" or lower(u.firstName) like :" + name + " escape '!'")
            .append(" or lower(u.lastName) like :" + name + " escape '!')");
      }
    }
    if (query.roleId() != null) {
      values.put("role", query.roleId());
      values.put("now", now.toEpochMilli());
      String holds =
          "exists (select 1 from CompanyRoleAssignment a where a.orgId = :org and a.userId = u.id"
              + " and a.roleId = :role and "
              + COUNTS
              + ")";
      String holdsNone =
          "not exists (select 1 from CompanyRoleAssignment a where a.orgId = :org"
              + " and a.userId = u.id and "
              + COUNTS
              + ")";
      where.append(" and (").append(holds);
      where.append(query.roleId().equals(defaultRoleId) ? " or " + holdsNone + ")" : ")");
    }
    return where.toString();
  }

  /** The login name, unique in a realm, settles every order. */
  private static String order(MemberQuery query, String prefix) {
    String direction = query.descending() ? " desc" : "";
    String keys =
        switch (query.sort()) {
          case USERNAME -> "username";
          case NAME -> "lastName,firstName,username";
          case EMAIL -> "email,username";
        };
    List<String> order = new ArrayList<>();
    for (String key : keys.split(",")) {
      order.add(prefix + key + direction);
    }
    return " order by " + String.join(", ", order);
  }

  private static <Q extends Query> Q bind(Q query, Map<String, Object> parameters) {
    parameters.forEach(query::setParameter);
    return query;
  }

  private static Row row(Object[] row) {
    return new Row(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[9],
        (Boolean) row[5],
        row[6] == null ? MemberState.ACTIVE : (MemberState) row[6],
        row[8] != null,
        JpaMembers.notes(row, 10),
        row[7] == null ? 0 : (Integer) row[7]);
  }
}
