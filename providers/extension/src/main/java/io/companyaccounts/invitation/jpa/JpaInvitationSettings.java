// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What companies set about invitations, and how much of what they may send is used. */
final class JpaInvitationSettings {

  private static final Duration WINDOW = Duration.ofHours(1);
  private static final List<String> SENDING = List.of("INVITATION_SENT", "INVITATION_RESENT");

  private final EntityManager em;

  JpaInvitationSettings(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** What is set, and what was sent lately. */
  record Facts(OrganizationInvitationSettings settings, Sent sent) {}

  /**
   * In one statement, since every invitation asks. Sending is counted by what the activity holds,
   * where each mail is one row.
   */
  Facts facts(String orgId, @Nullable String inviterId, Instant now) {
    String sent =
        "(select count(%1$s.id) from ActivityEntity %1$s where %1$s.organizationId = o.id"
            + " and %1$s.at > :since and %1$s.kind in (:sending)";
    Object[] found =
        em.createQuery(
                "select s, "
                    + sent.formatted("a")
                    + "), "
                    + sent.formatted("b")
                    + " and b.actorId = :inviter) from OrganizationEntity o"
                    + " left join CompanyInvitationSettings s on s.orgId = o.id where o.id = :org",
                Object[].class)
            .setParameter("org", orgId)
            .setParameter("since", now.minus(WINDOW).toEpochMilli())
            .setParameter("sending", SENDING)
            .setParameter("inviter", inviterId == null ? "" : inviterId)
            .getSingleResult();
    InvitationSettingsEntity row = (InvitationSettingsEntity) found[0];
    OrganizationInvitationSettings settings = value(row);
    if (row != null) {
      em.detach(row);
    }
    return new Facts(
        settings, new Sent(((Number) found[1]).longValue(), ((Number) found[2]).longValue()));
  }

  OrganizationInvitationSettings of(String orgId) {
    InvitationSettingsEntity row = em.find(InvitationSettingsEntity.class, orgId);
    OrganizationInvitationSettings value = value(row);
    if (row != null) {
      em.detach(row);
    }
    return value;
  }

  OrganizationInvitationSettings store(String orgId, OrganizationInvitationSettings settings) {
    InvitationSettingsEntity row = em.find(InvitationSettingsEntity.class, orgId);
    if (row == null) {
      row = new InvitationSettingsEntity();
      row.orgId = orgId;
      em.persist(row);
    }
    row.validityDays = settings.validityDays();
    row.notice = settings.noticeToInviter();
    row.version++;
    em.flush();
    return value(row);
  }

  private static OrganizationInvitationSettings value(@Nullable InvitationSettingsEntity row) {
    return row == null
        ? OrganizationInvitationSettings.NONE
        : new OrganizationInvitationSettings(row.validityDays, row.notice, row.version);
  }
}
