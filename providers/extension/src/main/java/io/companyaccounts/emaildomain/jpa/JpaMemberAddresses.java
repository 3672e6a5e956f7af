// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.membership.AddressNotes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Addresses of the native members of one organization. Reads Keycloak's own tables, which are
 * internal: the only place of this feature.
 */
final class JpaMemberAddresses {

  private static final String MEMBERS =
      " from UserGroupMembershipEntity g join g.user u"
          + " left join CompanyMember m on m.orgId = :org and m.userId = u.id"
          + " left join CompanyOwner o on o.orgId = :org and o.userId = u.id"
          + " where g.groupId = (select x.groupId from OrganizationEntity x where x.id = :org)";

  private final EntityManager em;
  private final String orgId;

  JpaMemberAddresses(KeycloakSession session, String orgId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.orgId = orgId;
  }

  /** One member as far as addresses are concerned. */
  record Row(
      String userId,
      String username,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      AddressNotes notes,
      boolean owner) {}

  /**
   * Members after a certain one, in the order of their ids.
   *
   * @param after id of the last one seen; empty to begin
   */
  List<Row> after(String after, int max) {
    return em.createQuery(
            "select u.id, u.username, u.email, u.firstName, u.lastName, m.external, m.misfitSince,"
                + " m.misfitUntil, o.userId"
                + MEMBERS
                + " and u.id > :after order by u.id",
            Object[].class)
        .setParameter("org", orgId)
        .setParameter("after", after)
        .setMaxResults(max)
        .getResultStream()
        .map(JpaMemberAddresses::row)
        .toList();
  }

  private static Row row(Object[] row) {
    @Nullable Instant since = instant(row[6]);
    return new Row(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        new AddressNotes(Boolean.TRUE.equals(row[5]), since, instant(row[7])),
        row[8] != null);
  }

  private static @Nullable Instant instant(@Nullable Object millis) {
    return millis == null ? null : Instant.ofEpochMilli((Long) millis);
  }

  /** The owner's address, then those of the oldest accounts; externals have no say. */
  List<String> first(@Nullable String exceptUser, int max) {
    return em.createQuery(
            "select coalesce(u.email, '')"
                + MEMBERS
                + " and u.id <> :except and (m.external is null or m.external = false)"
                + " order by case when o.userId is null then 1 else 0 end, u.createdTimestamp, u.id",
            String.class)
        .setParameter("org", orgId)
        .setParameter("except", exceptUser == null ? "" : exceptUser)
        .setMaxResults(max)
        .getResultList();
  }

  /** An empty text for each member of another user store, a few: their addresses are there. */
  List<String> ofOtherStores(@Nullable String exceptUser, int max) {
    return em.createQuery(
            "select f.userId from FederatedUserGroupMembershipEntity f where f.groupId ="
                + " (select x.groupId from OrganizationEntity x where x.id = :org)"
                + " and f.userId <> :except",
            String.class)
        .setParameter("org", orgId)
        .setParameter("except", exceptUser == null ? "" : exceptUser)
        .setMaxResults(max)
        .getResultStream()
        .map(id -> "")
        .toList();
  }

  /** Addresses of other members, a few; those without one are empty texts. */
  List<String> others(@Nullable String exceptUser, boolean withExternals, int max) {
    return em.createQuery(
            "select coalesce(u.email, '')"
                + MEMBERS
                + " and u.id <> :except"
                + (withExternals ? "" : " and (m.external is null or m.external = false)"),
            String.class)
        .setParameter("org", orgId)
        .setParameter("except", exceptUser == null ? "" : exceptUser)
        .setMaxResults(max)
        .getResultList();
  }

  /** Addresses with an open invitation, a few. */
  List<String> invited(String exceptEmail, int max) {
    return em.createQuery(
            "select i.email from OrganizationInvitationEntity i where i.organizationId = :org"
                + " and i.expiresAt > :now and lower(i.email) <> :except",
            String.class)
        .setParameter("org", orgId)
        .setParameter("now", (int) (Time.currentTimeMillis() / 1_000))
        .setParameter("except", exceptEmail)
        .setMaxResults(max)
        .getResultList();
  }
}
