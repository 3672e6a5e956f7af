// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/** Writes many native members straight into Keycloak's tables, as years of use would have. */
final class BulkMembers {

  private static final int BATCH = 500;

  private BulkMembers() {}

  static void add(KeycloakSession session, String organizationId, int count) {
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    OrganizationModel organization = organizations.getById(organizationId);
    String groupId = organizations.getOrganizationGroup(organization).getId();
    String realmId = session.getContext().getRealm().getId();
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    for (int i = 0; i < count; i++) {
      em.persist(membership(em, user(realmId, organization.getAlias(), i), groupId));
      if (i % BATCH == BATCH - 1) {
        em.flush();
        em.clear();
      }
    }
    em.flush();
    em.clear();
  }

  private static UserEntity user(String realmId, String alias, int number) {
    UserEntity user = new UserEntity();
    user.setId(UUID.randomUUID().toString());
    user.setRealmId(realmId);
    user.setUsername("person%06d@%s.example".formatted(number, alias));
    user.setEmail(user.getUsername(), false);
    user.setFirstName("First" + number % 97);
    user.setLastName("Last" + number % 1009);
    user.setEnabled(true);
    user.setCreatedTimestamp(0L);
    return user;
  }

  private static UserGroupMembershipEntity membership(
      EntityManager em, UserEntity user, String groupId) {
    em.persist(user);
    UserGroupMembershipEntity membership = new UserGroupMembershipEntity();
    membership.setUser(user);
    membership.setGroupId(groupId);
    membership.setMembershipType(MembershipType.UNMANAGED);
    return membership;
  }
}
