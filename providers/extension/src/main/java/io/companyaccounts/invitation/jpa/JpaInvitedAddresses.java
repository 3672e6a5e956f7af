// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.MemberState;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What there is of addresses in an organization: members, our invitations, Keycloak's own. */
final class JpaInvitedAddresses {

  private final EntityManager em;
  private final String realmId;
  private final String orgId;

  JpaInvitedAddresses(KeycloakSession session, String realmId, String orgId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realmId;
    this.orgId = orgId;
  }

  /**
   * Open invitations of an address, Keycloak's own included.
   *
   * @param nativeId Keycloak's, of which there is one at most
   * @param id of our row; null if it was made without us
   */
  record Reserved(String nativeId, @Nullable String id) {}

  Optional<Reserved> reserved(String email, Instant now) {
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

  /**
   * What is known of addresses, in one statement.
   *
   * @param outdated addresses of which something must be cleared away before inviting them
   */
  record Addresses(Known known, Set<String> outdated) {}

  Addresses of(Collection<String> emails, Instant now) {
    Set<String> members = new HashSet<>();
    Set<String> invited = new HashSet<>();
    Set<String> elsewhere = new HashSet<>();
    Set<String> outdated = new HashSet<>();
    for (Object[] line : emails.isEmpty() ? List.<Object[]>of() : lines(emails)) {
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
  private List<Object[]> lines(Collection<String> emails) {
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
  void endOutdated(Collection<String> emails, Instant now) {
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
}
