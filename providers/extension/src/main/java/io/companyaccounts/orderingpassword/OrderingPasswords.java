// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.orderingpassword.CountTries.OfCompany;
import io.companyaccounts.orderingpassword.CountTries.OfMember;
import io.companyaccounts.orderingpassword.CountTries.Turn;
import io.companyaccounts.platform.HourlyPlaces;
import io.companyaccounts.platform.ReadyText;
import io.companyaccounts.proof.Admission.Grant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;

/**
 * The door to ordering passwords: decides, stores, records and tells, in the caller's transaction.
 */
final class OrderingPasswords {

  private static final int CHANGES_PER_HOUR = 10;
  private static final String METHOD = "password";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final JpaOrderingPasswords rows;
  private final OrderingSettings vendor;

  OrderingPasswords(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.rows = new JpaOrderingPasswords(session);
    this.vendor = settings(realm);
  }

  /** What somebody typed, and what became of it. */
  sealed interface Checked {

    /** It is right. */
    record Right(Grant grant) implements Checked {}

    /** It is wrong. */
    record Wrong(Turn next) implements Checked {}

    /** It was not looked at. */
    record NotNow(Turn turn) implements Checked {}

    /** There is no password any more. */
    record Gone() implements Checked {}
  }

  /** A member who is locked. */
  record Lock(String userId, int failures, Instant until) {}

  static OrderingSettings settings(RealmModel realm) {
    @Nullable RequiredActionConfigModel config =
        realm.getRequiredActionConfigByAlias(OrderingRequiredActionFactory.ID);
    return OrderingSettings.of(key -> config == null ? null : config.getConfigValue(key));
  }

  static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  OrderingSettings vendor() {
    return vendor;
  }

  /** As it is in the database now. */
  CompanyOrdering of(String orgId) {
    return rows.of(orgId).map(JpaOrderingPasswords::value).orElse(CompanyOrdering.NONE);
  }

  /** How many tries this member has left, and whether one may be made now. */
  Turn turn(OrganizationModel organization, String userId) {
    return rows.of(organization.getId())
        .map(row -> tries(row).turn(rows.tries(row.orgId, userId), JpaOrderingPasswords.tries(row)))
        .orElseGet(() -> new Turn.Open(vendor.memberTries()));
  }

  /**
   * Looks at what somebody typed. One after the other for each company: so nobody gets more tries
   * by sending many at once, on whichever node.
   */
  Checked check(Actor actor, OrganizationModel organization, UserModel member, String typed) {
    String orgId = organization.getId();
    @Nullable OrderingPasswordEntity row = rows.locked(orgId).orElse(null);
    if (row == null || row.secretData == null) {
      return new Checked.Gone();
    }
    CountTries count = tries(row);
    OfMember before = rows.tries(orgId, member.getId());
    Turn turn = count.turn(before, JpaOrderingPasswords.tries(row));
    if (!(turn instanceof Turn.Open)) {
      return new Checked.NotNow(turn);
    }
    PasswordHash hash = new PasswordHash(session, realm);
    Optional<TypedPassword> right =
        TypedPassword.read(typed).filter(password -> hash.matches(password, row));
    if (right.isEmpty()) {
      return wrong(
          actor, organization, member, row, count.wrong(before, JpaOrderingPasswords.tries(row)));
    }
    rows.forget(orgId, member.getId());
    if (hash.isOld(row)) {
      hash.put(right.get(), row);
    }
    return new Checked.Right(
        new Grant(METHOD, row.passwordVersion, effective(row).windowSeconds()));
  }

  private Checked wrong(
      Actor actor,
      OrganizationModel organization,
      UserModel member,
      OrderingPasswordEntity row,
      CountTries.Wrong wrong) {
    rows.store(row.orgId, member.getId(), wrong.member());
    JpaOrderingPasswords.put(wrong.company(), row);
    log(activity(actor, organization, ActivityKind.ORDERING_PASSWORD_WRONG).member(member.getId()));
    if (wrong.member().locked()) {
      log(
          until(
                  activity(actor, organization, ActivityKind.ORDERING_LOCKED),
                  wrong.member().openAt())
              .member(member.getId()));
      email(organization).memberLocked(member, wrong.member().openAt());
    }
    if (wrong.locksCompany()) {
      log(
          until(
              activity(actor, organization, ActivityKind.ORDERING_LOCKED),
              wrong.company().lockedUntil()));
      email(organization).companyLocked(member, wrong.company().lockedUntil());
    }
    return new Checked.Wrong(wrong.next());
  }

  /**
   * Sets the password, or another one: then the old one and its proofs stop at once, and so do
   * locks.
   *
   * @param setter the person who does it, whose own password it must not be; null: the server
   */
  Outcome<CompanyOrdering> set(
      Actor actor, OrganizationModel organization, String typed, @Nullable UserModel setter) {
    return ChangeOrdering.manage(actor)
        .then(ok -> new ChangeOrdering(vendor).set(typed, of(organization.getId()).choice()))
        .then(password -> strong(organization, password))
        .then(password -> notOwn(password, setter))
        .then(password -> Outcome.done(set(actor, organization, password)));
  }

  private CompanyOrdering set(Actor actor, OrganizationModel organization, TypedPassword password) {
    OrderingPasswordEntity hashed = new OrderingPasswordEntity();
    new PasswordHash(session, realm).put(password, hashed);
    OrderingPasswordEntity row = forChange(organization);
    boolean rotated = row.secretData != null;
    row.credentialData = hashed.credentialData;
    row.secretData = hashed.secretData;
    changed(
        actor,
        organization,
        row,
        rotated ? ActivityKind.ORDERING_PASSWORD_ROTATED : ActivityKind.ORDERING_PASSWORD_SET);
    email(organization).changed(rotated ? "Rotated" : "Set", actor);
    return JpaOrderingPasswords.value(row);
  }

  /** Takes the password away: from then on roles alone decide. */
  Outcome<CompanyOrdering> remove(Actor actor, OrganizationModel organization) {
    return ChangeOrdering.manage(actor)
        .then(
            ok -> {
              @Nullable OrderingPasswordEntity row = rows.locked(organization.getId()).orElse(null);
              if (row == null || row.secretData == null) {
                return Outcome.refused(OrderingRefusal.NOT_SET);
              }
              row.credentialData = null;
              row.secretData = null;
              changed(actor, organization, row, ActivityKind.ORDERING_PASSWORD_REMOVED);
              email(organization).changed("Removed", actor);
              return Outcome.done(JpaOrderingPasswords.value(row));
            });
  }

  /** Changes what the company itself sets. */
  Outcome<CompanyOrdering> change(
      Actor actor,
      OrganizationModel organization,
      OrderingChoice wanted,
      @Nullable Integer ifVersion) {
    return ChangeOrdering.manage(actor)
        .then(
            ok -> {
              OrderingPasswordEntity row = forChange(organization);
              return new ChangeOrdering(vendor)
                  .settings(wanted, JpaOrderingPasswords.value(row), ifVersion)
                  .then(choice -> Outcome.done(change(actor, organization, row, choice)));
            });
  }

  private CompanyOrdering change(
      Actor actor,
      OrganizationModel organization,
      OrderingPasswordEntity row,
      OrderingChoice choice) {
    JpaOrderingPasswords.put(choice, row);
    row.version++;
    rows.flush();
    log(activity(actor, organization, ActivityKind.ORDERING_SETTINGS_CHANGED));
    return JpaOrderingPasswords.value(row);
  }

  /** Members who are locked now. */
  List<Lock> locks(OrganizationModel organization, int first, int max) {
    return rows.lockedMembers(organization.getId(), now(), first, max).stream()
        .map(row -> new Lock(row.userId, row.failures, Instant.ofEpochMilli(row.openAt)))
        .toList();
  }

  /** Lets a member try again at once. */
  Outcome<Boolean> unlock(Actor actor, OrganizationModel organization, String userId) {
    return ChangeOrdering.manage(actor)
        .then(
            ok -> {
              rows.locked(organization.getId());
              if (!rows.forget(organization.getId(), userId)) {
                return Outcome.refused(OrderingRefusal.NOT_LOCKED);
              }
              log(activity(actor, organization, ActivityKind.ORDERING_UNLOCKED).member(userId));
              return Outcome.done(true);
            });
  }

  /** Lets the company's members try again at once. */
  Outcome<Boolean> unlockCompany(Actor actor, OrganizationModel organization) {
    return ChangeOrdering.manage(actor)
        .then(
            ok -> {
              @Nullable OrderingPasswordEntity row = rows.locked(organization.getId()).orElse(null);
              if (row == null || row.lockedUntil == null) {
                return Outcome.refused(OrderingRefusal.NOT_LOCKED);
              }
              JpaOrderingPasswords.put(OfCompany.NONE, row);
              log(activity(actor, organization, ActivityKind.ORDERING_UNLOCKED));
              return Outcome.done(true);
            });
  }

  private void changed(
      Actor actor, OrganizationModel organization, OrderingPasswordEntity row, ActivityKind what) {
    row.passwordVersion++;
    row.version++;
    row.changedAt = now().toEpochMilli();
    row.changedBy = actor.userId().isEmpty() ? null : actor.userId();
    JpaOrderingPasswords.put(OfCompany.NONE, row);
    rows.flush();
    rows.forgetAll(row.orgId);
    log(activity(actor, organization, what));
  }

  /** The row under its lock; it is made, by one of those who want to, if there is none. */
  private OrderingPasswordEntity forChange(OrganizationModel organization) {
    Optional<OrderingPasswordEntity> present = rows.locked(organization.getId());
    if (present.isPresent()) {
      return present.get();
    }
    session.getProvider(MembershipProvider.class).lock(organization);
    return rows.locked(organization.getId())
        .orElseGet(
            () -> {
              OrderingPasswordEntity row = new OrderingPasswordEntity();
              row.orgId = organization.getId();
              rows.add(row);
              return row;
            });
  }

  /** What the realm demands of every password; what is about a person is about the company here. */
  private Outcome<TypedPassword> strong(OrganizationModel organization, TypedPassword password) {
    @Nullable PolicyError error =
        session
            .getProvider(PasswordPolicyManagerProvider.class)
            .validate(organization.getAlias(), password.text());
    return error == null
        ? Outcome.done(password)
        : Outcome.refused(
            OrderingRefusal.TOO_WEAK,
            "policy",
            ReadyText.of(
                session,
                null,
                error.getMessage(),
                Arrays.stream(error.getParameters()).map(String::valueOf).toList()));
  }

  /** Not often: else a stolen session would tell whether a guess is its owner's own password. */
  private Outcome<TypedPassword> notOwn(TypedPassword password, @Nullable UserModel setter) {
    if (setter == null) {
      return Outcome.done(password);
    }
    if (!HourlyPlaces.take(
        session, "company-ordering-change|" + setter.getId(), CHANGES_PER_HOUR)) {
      return Outcome.refused(OrderingRefusal.TOO_MANY_CHANGES);
    }
    return setter.credentialManager().isValid(UserCredentialModel.password(password.text()))
        ? Outcome.refused(OrderingRefusal.IS_LOGIN_PASSWORD)
        : Outcome.done(password);
  }

  private CountTries tries(OrderingPasswordEntity row) {
    return new CountTries(effective(row), now());
  }

  private OrderingSettings effective(OrderingPasswordEntity row) {
    return JpaOrderingPasswords.value(row).choice().over(vendor);
  }

  private Activity activity(Actor actor, OrganizationModel organization, ActivityKind kind) {
    return Activity.in(realm, organization.getId(), kind, actor.trace());
  }

  private static Activity until(Activity activity, @Nullable Instant until) {
    return activity.detail(ActivityDetail.UNTIL, until == null ? null : until.toString());
  }

  private void log(Activity activity) {
    new ActivityLog(session).record(activity);
  }

  private OrderingEmail email(OrganizationModel organization) {
    return new OrderingEmail(session, realm, organization);
  }
}
