// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.BearerCaller;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Somebody of the company itself. */
final class MemberAccess extends OrganizationAccess {

  private final Standing standing;
  private final UserModel reader;
  private final ActivityActor trace;

  private MemberAccess(
      KeycloakSession session,
      OrganizationModel organization,
      Standing standing,
      UserModel reader,
      ActivityActor trace) {
    super(session, organization);
    this.standing = standing;
    this.reader = reader;
    this.trace = trace;
  }

  /**
   * @throws ApiException 404 {@code organization_not_found} for whoever is no active member, so
   *     that nobody learns which companies exist; 403 {@code organization_suspended}
   */
  static MemberAccess of(
      KeycloakSession session, OrganizationModel organization, BearerCaller caller) {
    Standing standing =
        session
            .getProvider(MembershipProvider.class)
            .standing(organization, caller.user().getId())
            .filter(found -> found.state() == MemberState.ACTIVE)
            .orElseThrow(Organizations::notFound);
    if (!organization.isEnabled()) {
      throw ApiException.forbidden(
          "organization_suspended", "This company is suspended. Ask the vendor.");
    }
    return new MemberAccess(
        session, organization, standing, caller.user(), ActivityActor.member(session, caller));
  }

  @Override
  public Actor actor() {
    return Actor.member(standing, trace);
  }

  @Override
  public void requireView(Permission permission) {
    if (!standing.may(permission)) {
      throw notPermitted(permission);
    }
  }

  @Override
  public void requireViewRoles() {}

  @Override
  public void requireViewOfAll() {
    requireView(Permission.MEMBERS_VIEW);
  }

  /** The rule asks for the permission that the change needs. */
  @Override
  public void requireChangeOfAll() {
    requireViewOfAll();
  }

  @Override
  void requireViewOf(String userId) {
    if (!standing.userId().equals(userId)) {
      requireView(Permission.MEMBERS_VIEW);
    }
  }

  @Override
  public void requireChange() {}

  /** Whoever may not even see members learns nothing about who is one. */
  @Override
  public void requireChangeOf(String userId) {
    if (!standing.may(Permission.ROLES_ASSIGN)) {
      throw notPermitted(Permission.ROLES_ASSIGN);
    }
  }

  @Override
  DisplayText texts() {
    return new DisplayText(session, reader);
  }

  @Override
  MemberLister lister() {
    return query -> members().members(organization, query);
  }
}
