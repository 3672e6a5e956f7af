// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Everything that reads or writes members of one realm in one session. */
record Store(
    KeycloakSession session,
    RealmModel realm,
    JpaMembers members,
    JpaMemberList list,
    JpaCustomRoles customRoles,
    KeycloakRoles roles,
    NativeMembership membership,
    JpaSeats seats,
    Standings standings) {

  static Store of(KeycloakSession session, RealmModel realm) {
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    KeycloakRoles roles = new KeycloakRoles(realm);
    JpaMembers members = new JpaMembers(em, realm.getId());
    JpaCustomRoles customRoles = new JpaCustomRoles(em, realm.getId(), roles);
    NativeMembership membership = new NativeMembership(session);
    return new Store(
        session,
        realm,
        members,
        new JpaMemberList(em, realm.getId()),
        customRoles,
        roles,
        membership,
        new JpaSeats(em, realm),
        new Standings(session, realm, members, customRoles, roles, membership));
  }
}
