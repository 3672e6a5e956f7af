// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.Seats;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** Counts the places of an organization, in one statement. */
final class JpaSeats {

  private static final Logger LOG = Logger.getLogger(JpaSeats.class);

  private final EntityManager em;
  private final RealmModel realm;

  JpaSeats(EntityManager em, RealmModel realm) {
    this.em = em;
    this.realm = realm;
  }

  /** The organization's own limit, else the realm's; null if there is none. */
  @Nullable Integer limit(OrganizationModel organization) {
    List<String> own = organization.getAttributes().getOrDefault(Seats.KEY, List.of());
    return own.stream()
        .findFirst()
        .flatMap(JpaSeats::read)
        .or(() -> Optional.ofNullable(realm.getAttribute(Seats.KEY)).flatMap(JpaSeats::read))
        .orElse(null);
  }

  private static Optional<Integer> read(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<Integer> limit = Seats.parse(text);
    if (limit.isEmpty()) {
      LOG.warnf("%s must be a whole number from 0 on; it is left out", Seats.KEY);
    }
    return limit;
  }

  /** Members of other user stores have a table of their own in Keycloak. */
  Seats of(OrganizationModel organization) {
    Object[] counted =
        em.createQuery(
                "select (select count(m.user.id) from UserGroupMembershipEntity m"
                    + " where m.groupId = o.groupId),"
                    + " (select count(f.userId) from FederatedUserGroupMembershipEntity f"
                    + " where f.groupId = o.groupId),"
                    + " (select count(i.id) from OrganizationInvitationEntity i"
                    + " where i.organizationId = o.id and i.expiresAt > :now)"
                    + " from OrganizationEntity o where o.id = :org",
                Object[].class)
            .setParameter("org", organization.getId())
            .setParameter("now", (int) (Time.currentTimeMillis() / 1_000))
            .getSingleResult();
    long members = ((Number) counted[0]).longValue() + ((Number) counted[1]).longValue();
    return new Seats(limit(organization), members, ((Number) counted[2]).longValue());
  }
}
