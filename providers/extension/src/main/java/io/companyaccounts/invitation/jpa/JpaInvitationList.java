// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Lists the invitations of an organization, those of the past included. */
final class JpaInvitationList {

  private final EntityManager em;
  private final String orgId;

  JpaInvitationList(KeycloakSession session, String orgId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.orgId = orgId;
  }

  /** A page of rows and how many there are in all. */
  record Rows(List<StoredInvitation> rows, long total) {}

  /** One page, the latest first. */
  Rows page(InvitationQuery query, Instant now) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(query, now, parameters);
    String from = " from CompanyInvitation i" + JpaInvitations.NATIVE + JpaInvitations.MAIL + where;
    TypedQuery<Object[]> page =
        em.createQuery(
            "select i, n.id, n.expiresAt, m.state, count(i.id) over ()"
                + from
                + " order by i.created desc, i.id",
            Object[].class);
    parameters.forEach(page::setParameter);
    List<Object[]> lines =
        page.setFirstResult(query.first()).setMaxResults(query.max()).getResultList();
    List<StoredInvitation> rows = lines.stream().map(StoredInvitation::of).toList();
    rows.forEach(stored -> em.detach(stored.row()));
    addRoles(rows);
    if (!lines.isEmpty()) {
      return new Rows(rows, ((Number) lines.get(0)[4]).longValue());
    }
    return new Rows(rows, query.first() == 0 ? 0 : count(from, parameters));
  }

  /** Behind the end of the list no line carries the total. */
  private long count(String from, Map<String, Object> parameters) {
    TypedQuery<Long> query = em.createQuery("select count(i.id)" + from, Long.class);
    parameters.forEach(query::setParameter);
    return query.getSingleResult();
  }

  private String where(InvitationQuery query, Instant now, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where i.orgId = :org");
    parameters.put("org", orgId);
    if (query.state() != null) {
      where.append(" and ").append(state(query.state(), now, parameters));
    }
    if (query.inviterId() != null) {
      where.append(" and i.inviterId = :inviter");
      parameters.put("inviter", query.inviterId());
    }
    if (query.batchId() != null) {
      where.append(" and i.batchId = :batch");
      parameters.put("batch", query.batchId());
    }
    if (query.search() != null) {
      where.append(
          " and (i.email like :text escape '!' or lower(i.firstName) like :text escape '!'"
              + " or lower(i.lastName) like :text escape '!'"
              + " or lower(concat(coalesce(i.firstName, ''), ' ', coalesce(i.lastName, '')))"
              + " like :text escape '!')");
      String text = query.search().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
      parameters.put("text", "%" + text + "%");
    }
    return where.toString();
  }

  /** The same as {@link StoredInvitation#stateAt}, for the database. */
  private static String state(InvitationState state, Instant now, Map<String, Object> parameters) {
    parameters.put("state", state);
    if (state == InvitationState.ACCEPTED || state == InvitationState.DECLINED) {
      return "i.state = :state";
    }
    parameters.put("open", InvitationState.OPEN);
    parameters.put("seconds", (int) now.getEpochSecond());
    if (state == InvitationState.OPEN) {
      parameters.remove("state");
      return "i.state = :open and n.expiresAt > :seconds";
    }
    parameters.put("millis", now.toEpochMilli());
    if (state == InvitationState.EXPIRED) {
      return "(i.state = :state or i.state = :open and (n.expiresAt <= :seconds"
          + " or n.id is null and i.expires <= :millis))";
    }
    parameters.remove("seconds");
    return "(i.state = :state or i.state = :open and n.id is null and i.expires > :millis)";
  }

  private void addRoles(List<StoredInvitation> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<String, List<RoleAssignment>> byId = new LinkedHashMap<>();
    rows.forEach(stored -> byId.put(stored.row().id, stored.roles()));
    em.createQuery(
            "select r.invitationId, r.roleId, r.validFrom, r.validUntil, r.amountLimit"
                + " from CompanyInvitationRole r where r.invitationId in (:ids)",
            Object[].class)
        .setParameter("ids", byId.keySet())
        .getResultList()
        .forEach(
            line ->
                byId.getOrDefault((String) line[0], new ArrayList<>())
                    .add(
                        RoleColumns.value(
                            (String) line[1], (Long) line[2], (Long) line[3], (Long) line[4])));
  }

  /** How many of a batch there are, by the state of their mail; empty text if it is forgotten. */
  Map<String, Long> progress(String batchId) {
    Map<String, Long> counts = new HashMap<>();
    em.createQuery(
            "select coalesce(m.state, ''), count(i.id) from CompanyInvitation i"
                + JpaInvitations.MAIL
                + " where i.orgId = :org and i.batchId = :batch group by m.state",
            Object[].class)
        .setParameter("org", orgId)
        .setParameter("batch", batchId)
        .getResultList()
        .forEach(line -> counts.merge((String) line[0], (Long) line[1], Long::sum));
    return counts;
  }
}
