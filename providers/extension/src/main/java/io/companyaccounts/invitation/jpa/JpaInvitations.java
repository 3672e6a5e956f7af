// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The rows of invitations of one realm. Each is read together with Keycloak's own invitation of the
 * address, without which it is not open, and with the state of its mail.
 */
final class JpaInvitations {

  /** Keycloak's own invitation as {@code n}, for the row {@code i}. */
  static final String NATIVE =
      " left join OrganizationInvitationEntity n"
          + " on n.organizationId = i.orgId and lower(n.email) = i.email";

  /** Its mail as {@code m}. */
  static final String MAIL = " left join MailEntity m on m.id = i.mailId";

  private static final String ROLES = " left join CompanyInvitationRole r on r.invitationId = i.id";

  private final EntityManager em;
  private final String realmId;

  JpaInvitations(KeycloakSession session, String realmId) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realmId;
  }

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

  private Optional<StoredInvitation> one(String where, Map<String, Object> parameters) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "select i, n.id, n.expiresAt, m.state, r.roleId, r.validFrom, r.validUntil,"
                + " r.amountLimit"
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
        found
            .roles()
            .add(
                RoleColumns.value(
                    (String) line[4], (Long) line[5], (Long) line[6], (Long) line[7]));
      }
    }
    return Optional.ofNullable(found);
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

  /** Needs no lock: nothing happens if it was sent again meanwhile. */
  void renewHash(String id, int generation, String hash) {
    em.createQuery(
            "update CompanyInvitation i set i.codeHash = :hash"
                + " where i.id = :id and i.generation = :generation")
        .setParameter("hash", hash)
        .setParameter("id", id)
        .setParameter("generation", generation)
        .executeUpdate();
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
}
