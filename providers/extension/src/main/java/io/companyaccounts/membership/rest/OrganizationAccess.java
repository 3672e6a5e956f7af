// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.ApiException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/** One caller at one organization: what may be seen, and as whom a change is made. */
abstract class OrganizationAccess {

  final KeycloakSession session;
  final OrganizationModel organization;

  OrganizationAccess(KeycloakSession session, OrganizationModel organization) {
    this.session = session;
    this.organization = organization;
  }

  /** As whom changes are made. */
  abstract Actor actor();

  /** Lets pass who may see this, or throws 403 {@code not_permitted}. */
  abstract void requireView(Permission permission);

  /** Lets pass who may see roles and what they permit: every member, every admin with a view. */
  abstract void requireViewRoles();

  /** Lets pass who may see one person: whoever sees all, and the person. */
  abstract void requireViewOf(String userId);

  /** Lets pass who may ask for a change at all; the rule decides on the rest. */
  abstract void requireChange();

  /** Lets pass who may change one person at all; the rule decides on the rest. */
  abstract void requireChangeOf(String userId);

  /** Texts in the caller's language. */
  abstract DisplayText texts();

  /** Lists members as far as the caller may see them. */
  abstract MemberLister lister();

  MembershipProvider members() {
    return session.getProvider(MembershipProvider.class);
  }

  /** The value, or an exception with the refusal, which is recorded if somebody went too far. */
  <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
    if (refused.reason().kind() == Refusal.Kind.FORBIDDEN) {
      record(refused.reason().code());
    }
    throw Refusals.exception(refused);
  }

  final ApiException notPermitted(Permission permission) {
    record(Refusal.NOT_PERMITTED.code());
    return Refusals.exception(
        (Outcome.Refused<?>)
            Outcome.refused(Refusal.NOT_PERMITTED, "permission", permission.key()));
  }

  private void record(String code) {
    new ActivityLog(session)
        .recordRefusal(
            Activity.in(
                session.getContext().getRealm(),
                organization.getId(),
                ActivityKind.REFUSED,
                actor().trace()),
            code);
  }
}
