// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The rows of invitations of one realm. Each is read together with Keycloak's own invitation of the
 * address, without which it is not open, and with the state of its mail.
 */
final class JpaInvitations {

  private static final String NATIVE =
      " left join OrganizationInvitationEntity n"
          + " on n.organizationId = i.orgId and lower(n.email) = i.email";
  private static final String MAIL = " left join MailEntity m on m.id = i.mailId";
  private static final String ROLES = " left join CompanyInvitationRole r on r.invitationId = i.id";

  private final EntityManager em;
  private final String realmId;

  JpaInvitations(KeycloakSession session, String realmId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realmId;
  }

  /** A page of rows and how many there are in all. */
  record Rows(List<StoredInvitation> rows, long total) {}

  /** A row to look at; later changes of it are seen, since nothing stays in the session. */
  Optional<StoredInvitation> read(String column, String value, @Nullable String orgId) {
    Optional<StoredInvitation> found = forChange(column, value, orgId);
    found.ifPresent(stored -> em.detach(stored.row()));
    return found;
  }

  /**
   * A row to change, under the lock of its organization.
   *
   * @param column field of the entity by which it is found: its id or the hash of its code
   */
  Optional<StoredInvitation> forChange(String column, String value, @Nullable String orgId) {
    return one(
        "i." + column + " = :value" + (orgId == null ? "" : " and i.orgId = :org"),
        orgId == null ? Map.of("value", value) : Map.of("value", value, "org", orgId));
  }

  /**
   * Open invitations of an address, Keycloak's own included.
   *
   * @param nativeId Keycloak's, of which there is one at most
   * @param id of our row; null if it was made without us
   */
  record Reserved(String nativeId, @Nullable String id) {}

  Optional<Reserved> reserved(String orgId, String email, Instant now) {
    return em.createQuery(
            "select n.id, i.id from OrganizationInvitationEntity n left join CompanyInvitation i"
                + " on i.orgId = n.organizationId and i.email = lower(n.email) and i.state = :open"
                + " where n.organizationId = :org and lower(n.email) = :email"
                + " and n.expiresAt > :now",
            Object[].class)
        .setParameter("org", orgId)
        .setParameter("email", email)
        .setParameter("open", InvitationState.OPEN)
        .setParameter("now", (int) now.getEpochSecond())
        .getResultStream()
        .findFirst()
        .map(line -> new Reserved((String) line[0], (String) line[1]));
  }

  private Optional<StoredInvitation> one(String where, Map<String, Object> parameters) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "select i, n.id, n.expiresAt, m.state, r.roleId, r.validFrom, r.validUntil"
                + " from CompanyInvitation i"
                + NATIVE
                + MAIL
                + ROLES
                + " where i.realmId = :realm and "
                + where,
            Object[].class);
    query.setParameter("realm", realmId);
    parameters.forEach(query::setParameter);
    @Nullable StoredInvitation found = null;
    for (Object[] line : query.getResultList()) {
      found = found == null ? StoredInvitation.of(line) : found;
      if (line[4] != null) {
        found.roles().add(RoleColumns.value((String) line[4], (Long) line[5], (Long) line[6]));
      }
    }
    return Optional.ofNullable(found);
  }

  /** One page, the latest first. */
  Rows page(String orgId, InvitationQuery query, Instant now) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(orgId, query, now, parameters);
    String from = " from CompanyInvitation i" + NATIVE + MAIL + where;
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

  private static String where(
      String orgId, InvitationQuery query, Instant now, Map<String, Object> parameters) {
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
            "select r.invitationId, r.roleId, r.validFrom, r.validUntil"
                + " from CompanyInvitationRole r where r.invitationId in (:ids)",
            Object[].class)
        .setParameter("ids", byId.keySet())
        .getResultList()
        .forEach(
            line ->
                byId.getOrDefault((String) line[0], new ArrayList<>())
                    .add(RoleColumns.value((String) line[1], (Long) line[2], (Long) line[3])));
  }

  /**
   * What is known of addresses, in one statement.
   *
   * @param outdated addresses of which something must be cleared away before inviting them
   */
  record Addresses(Known known, Set<String> outdated) {}

  Addresses addresses(String orgId, Collection<String> emails, Instant now) {
    Set<String> members = new HashSet<>();
    Set<String> invited = new HashSet<>();
    Set<String> elsewhere = new HashSet<>();
    Set<String> outdated = new HashSet<>();
    for (Object[] line : emails.isEmpty() ? List.<Object[]>of() : lines(orgId, emails)) {
      String email = ((String) line[0]).toLowerCase(Locale.ROOT);
      boolean lives = line[2] != null && ((Number) line[2]).longValue() > now.getEpochSecond();
      if (line[3] != null) {
        members.add(email);
      } else if (lives && line[1] != null) {
        invited.add(email);
      } else {
        outdated.add(email);
        if (lives) {
          elsewhere.add(email);
        }
      }
    }
    return new Addresses(new Known(members, invited, elsewhere), outdated);
  }

  /**
   * Address, own open row, expiry of Keycloak's invitation, member. The first select gives the
   * types: a bare null there would be null in all rows.
   */
  private List<Object[]> lines(String orgId, Collection<String> emails) {
    return em.createQuery(
            "select n.email, i.id, n.expiresAt, cast(null as String)"
                + " from OrganizationInvitationEntity n"
                + " left join CompanyInvitation i on i.orgId = n.organizationId"
                + " and i.email = lower(n.email) and i.state = :open"
                + " where n.organizationId = :org and lower(n.email) in (:emails)"
                + " union all select i.email, i.id, null, null from CompanyInvitation i"
                + " where i.orgId = :org and i.email in (:emails) and i.state = :open and not exists"
                + " (select 1 from OrganizationInvitationEntity x"
                + " where x.organizationId = i.orgId and lower(x.email) = i.email)"
                + " union all select u.email, null, null, u.id from UserEntity u"
                + " where u.realmId = :realm and u.email in (:emails) and (exists"
                + " (select 1 from UserGroupMembershipEntity g, OrganizationEntity o"
                + " where o.id = :org and g.groupId = o.groupId and g.user = u) or exists"
                + " (select 1 from CompanyMember b where b.orgId = :org and b.userId = u.id"
                + " and b.state = :blocked))",
            Object[].class)
        .setParameter("realm", realmId)
        .setParameter("org", orgId)
        .setParameter("emails", emails)
        .setParameter("open", InvitationState.OPEN)
        .setParameter("blocked", MemberState.BLOCKED)
        .getResultList();
  }

  /** Ends what is stored as open but is not, so that only the next invitation counts. */
  void endOutdated(String orgId, Collection<String> emails, Instant now) {
    em.createQuery(
            "update CompanyInvitation i set i.version = i.version + 1,"
                + " i.ended = case when i.expires <= :now then null else :now end,"
                + " i.state = case when i.expires <= :now then :expired else :withdrawn end"
                + " where i.orgId = :org and i.email in (:emails) and i.state = :open")
        .setParameter("org", orgId)
        .setParameter("emails", emails)
        .setParameter("now", now.toEpochMilli())
        .setParameter("open", InvitationState.OPEN)
        .setParameter("expired", InvitationState.EXPIRED)
        .setParameter("withdrawn", InvitationState.WITHDRAWN)
        .executeUpdate();
  }

  void add(InvitationEntity row, Collection<RoleAssignment> roles) {
    em.persist(row);
    roles.forEach(role -> em.persist(new InvitationRoleEntity(row.id, role)));
  }

  void replaceRoles(String id, Collection<RoleAssignment> roles) {
    em.createQuery("delete from CompanyInvitationRole r where r.invitationId = :id")
        .setParameter("id", id)
        .executeUpdate();
    roles.forEach(role -> em.persist(new InvitationRoleEntity(id, role)));
  }

  void flush() {
    em.flush();
  }

  /** A role that is gone is given to nobody. */
  void removeRole(String roleId) {
    em.createQuery("delete from CompanyInvitationRole r where r.roleId = :role")
        .setParameter("role", roleId)
        .executeUpdate();
  }

  /** Forgets who somebody was whose account is gone. */
  void forgetPerson(String userId) {
    em.createQuery(
            "update CompanyInvitation i set i.inviterId = null, i.inviterName = null"
                + " where i.realmId = :realm and i.inviterId = :user")
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
    em.createQuery(
            "update CompanyInvitation i set i.firstName = null, i.lastName = null, i.phone = null,"
                + " i.message = null where i.realmId = :realm and i.acceptedBy = :user")
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** How many of a batch there are, by the state of their mail; empty text if it is forgotten. */
  Map<String, Long> progress(String orgId, String batchId) {
    Map<String, Long> counts = new HashMap<>();
    em.createQuery(
            "select coalesce(m.state, ''), count(i.id) from CompanyInvitation i"
                + MAIL
                + " where i.orgId = :org and i.batchId = :batch group by m.state",
            Object[].class)
        .setParameter("org", orgId)
        .setParameter("batch", batchId)
        .getResultList()
        .forEach(line -> counts.merge((String) line[0], (Long) line[1], Long::sum));
    return counts;
  }
}
