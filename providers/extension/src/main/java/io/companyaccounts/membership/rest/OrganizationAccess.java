// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** One caller at one organization: what may be seen, and as whom a change is made. */
public abstract class OrganizationAccess {

  final KeycloakSession session;
  final OrganizationModel organization;

  OrganizationAccess(KeycloakSession session, OrganizationModel organization) {
    this.session = session;
    this.organization = organization;
  }

  public final KeycloakSession session() {
    return session;
  }

  public final OrganizationModel organization() {
    return organization;
  }

  /** As whom changes are made. */
  public abstract Actor actor();

  /** Lets pass who may see this, or throws 403 {@code not_permitted}. */
  public abstract void requireView(Permission permission);

  /** Lets pass who may see roles and what they permit: every member, every admin with a view. */
  public abstract void requireViewRoles();

  /** Lets pass who may see everybody in the company. */
  public abstract void requireViewOfAll();

  /** Lets pass who may change everybody in the company; the rule decides on the rest. */
  public abstract void requireChangeOfAll();

  /** Lets pass who may see one person: whoever sees all, and the person. */
  abstract void requireViewOf(String userId);

  /** Lets pass who may ask for a change at all; the rule decides on the rest. */
  public abstract void requireChange();

  /** Lets pass who may change one person at all; the rule decides on the rest. */
  public abstract void requireChangeOf(String userId);

  /**
   * Lets pass who signed in lately, in person, or throws 403 {@code fresh_login_required}. Realm
   * admins pass: how they sign in is up to the console's client.
   *
   * @param seconds how long ago that may be at most
   */
  public abstract void requireFreshLogin(int seconds);

  /** The account of the caller in this realm; empty for a realm admin, who may have another one. */
  public abstract Optional<UserModel> person();

  /** Texts in the caller's language. */
  abstract DisplayText texts();

  /** Lists members as far as the caller may see them. */
  abstract MemberLister lister();

  /** The members of this organization. */
  public MembershipProvider members() {
    return session.getProvider(MembershipProvider.class);
  }

  /** The value, or an exception with the refusal, which is recorded if somebody went too far. */
  public final <T> T done(Outcome<T> outcome) {
    return done(outcome, Refusals::exception);
  }

  /**
   * The same, for a feature with reasons of its own.
   *
   * @param exception words a refusal
   */
  public final <T> T done(
      Outcome<T> outcome, Function<Outcome.Refused<?>, ApiException> exception) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
    recordIfForbidden(refused.reason());
    throw exception.apply(refused);
  }

  /** Records a refusal that is no exception, if somebody went too far. */
  public final void recordIfForbidden(Reason reason) {
    if (reason.kind() == Reason.Kind.FORBIDDEN) {
      record(reason.code());
    }
  }

  /** The version in the request's {@code If-Match}; null if there is none. */
  public final @Nullable Integer ifVersion() {
    OptionalInt version = IfMatch.read(session.getContext().getRequestHeaders());
    return version.isEmpty() ? null : Integer.valueOf(version.getAsInt());
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
