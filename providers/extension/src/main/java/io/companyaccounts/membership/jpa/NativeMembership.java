// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import java.util.List;
import java.util.Optional;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.MembershipMetadata;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/** Keycloak's own membership: asks for it, takes it away and gives it back. */
final class NativeMembership {

  private final KeycloakSession session;
  private final OrganizationProvider organizations;

  NativeMembership(KeycloakSession session) {
    this.session = session;
    this.organizations = session.getProvider(OrganizationProvider.class);
  }

  /** Asked by the pack itself: an admin's restricted view must not change the answer. */
  boolean isMember(OrganizationModel organization, UserModel user) {
    return AdminPermissionsSchema.runWithoutAuthorization(
        session, () -> organizations.isMember(organization, user));
  }

  List<OrganizationModel> organizationsOf(UserModel user) {
    return AdminPermissionsSchema.runWithoutAuthorization(
        session, () -> organizations.getByMember(user).toList());
  }

  Optional<OrganizationModel> organization(String id) {
    return Optional.ofNullable(organizations.getById(id));
  }

  MembershipType typeOf(OrganizationModel organization, UserModel user) {
    return organizations.isManagedMember(organization, user)
        ? MembershipType.MANAGED
        : MembershipType.UNMANAGED;
  }

  /**
   * Takes the membership away without the side effects of a removal: no account is deleted, no
   * leave event is fired. {@code addMember} on somebody who is a member changes nothing, but marks
   * the cached membership as outdated on all nodes.
   */
  void takeAway(OrganizationModel organization, UserModel user) {
    organizations.addMember(organization, user);
    within(organization, () -> user.leaveGroup(group(organization)));
  }

  /**
   * Gives it back as it was. A cached user would forget the type, so the stored one is used, and
   * {@code addMember} afterwards only marks the caches.
   */
  void giveBack(OrganizationModel organization, UserModel user, MembershipType type) {
    UserModel stored =
        user instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : user;
    within(organization, () -> stored.joinGroup(group(organization), new MembershipMetadata(type)));
    organizations.addMember(organization, user);
  }

  /** Makes a managed membership an unmanaged one; no event tells of it. */
  void keepAccount(OrganizationModel organization, UserModel user) {
    if (typeOf(organization, user) != MembershipType.MANAGED) {
      return;
    }
    UserModel stored =
        user instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : user;
    within(
        organization,
        () -> {
          stored.leaveGroup(group(organization));
          stored.joinGroup(group(organization), new MembershipMetadata(MembershipType.UNMANAGED));
        });
    organizations.addMember(organization, user);
  }

  private GroupModel group(OrganizationModel organization) {
    return organizations.getOrganizationGroup(organization);
  }

  /** Keycloak lets nobody touch an organization's group outside that organization's context. */
  private void within(OrganizationModel organization, Runnable action) {
    OrganizationModel before = session.getContext().getOrganization();
    session.getContext().setOrganization(organization);
    try {
      action.run();
    } finally {
      session.getContext().setOrganization(before);
    }
  }
}
