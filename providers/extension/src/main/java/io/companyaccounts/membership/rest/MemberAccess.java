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
import io.companyaccounts.platform.Impersonation;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Somebody of the company itself. */
final class MemberAccess extends OrganizationAccess {

  private final Standing standing;
  private final BearerCaller caller;
  private final ActivityActor trace;

  private MemberAccess(
      KeycloakSession session,
      OrganizationModel organization,
      Standing standing,
      BearerCaller caller,
      ActivityActor trace) {
    super(session, organization);
    this.standing = standing;
    this.caller = caller;
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
        session, organization, standing, caller, ActivityActor.member(session, caller));
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

  /** Who only looks at the realm as this person has not signed in as the person. */
  @Override
  public void requireFreshLogin(int seconds) {
    UserSessionModel login = caller.userSession();
    String signedIn = login.getNote(AuthenticationManager.AUTH_TIME);
    long at = signedIn == null ? login.getStarted() : Long.parseLong(signedIn);
    if (Impersonation.isBehind(login) || Time.currentTime() - at > seconds) {
      throw ApiException.of(
          Response.Status.FORBIDDEN,
          "fresh_login_required",
          "This needs a login that is not older than " + seconds + " seconds. Sign in again.",
          Map.of("maxAge", seconds));
    }
  }

  @Override
  public Optional<UserModel> person() {
    return Optional.of(caller.user());
  }

  @Override
  DisplayText texts() {
    return new DisplayText(session, caller.user());
  }

  @Override
  MemberLister lister() {
    return query -> members().members(organization, query);
  }
}
