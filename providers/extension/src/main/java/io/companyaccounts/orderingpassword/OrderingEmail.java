// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.CompanyNotice;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailDay;
import io.companyaccounts.platform.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells those who look after the ordering password what happened to it; never what it is. */
record OrderingEmail(KeycloakSession session, RealmModel realm, OrganizationModel organization) {

  private static final String KEY = "companyOrderingMail";
  private static final int MOST_RECEIVERS = 20;

  /**
   * Goes to all of them.
   *
   * @param what {@code Set}, {@code Rotated} or {@code Removed}
   */
  void changed(String what, Actor actor) {
    @Nullable UserModel person =
        actor.userId().isEmpty() ? null : session.users().getUserById(realm, actor.userId());
    // an administrator of another realm is not named
    String by = person == null ? "" : name(person);
    for (UserModel receiver : managers()) {
      Mail mail =
          by.isEmpty()
              ? CompanyNotice.of(realm, receiver, organization, KEY + what + "ByVendor")
              : CompanyNotice.of(realm, receiver, organization, KEY + what).attribute("person", by);
      new Outbox(session).put(mail);
    }
  }

  /** Goes to the owner, or to who looks after the password if there is none. */
  void memberLocked(UserModel member, @Nullable Instant until) {
    locked("Locked", member, until);
  }

  /** Goes to the owner, or to who looks after the password if there is none. */
  void companyLocked(UserModel last, @Nullable Instant until) {
    locked("CompanyLocked", last, until);
  }

  private void locked(String what, UserModel member, @Nullable Instant until) {
    for (UserModel receiver : owner()) {
      new Outbox(session)
          .put(
              CompanyNotice.of(realm, receiver, organization, KEY + what)
                  .subjectArguments("company", "person")
                  .attribute("person", name(member))
                  .attribute("day", until == null ? "" : MailDay.withTime(realm, receiver, until)));
    }
  }

  private List<UserModel> owner() {
    UserModel owner =
        members()
            .owner(organization)
            .map(id -> session.users().getUserById(realm, id))
            .orElse(null);
    return owner == null ? managers() : List.of(owner);
  }

  private List<UserModel> managers() {
    return members().accountsWho(organization, Set.of(Permission.ORDERING_MANAGE), MOST_RECEIVERS);
  }

  private MembershipProvider members() {
    return session.getProvider(MembershipProvider.class);
  }

  private static String name(UserModel person) {
    return Member.displayName(person.getUsername(), person.getFirstName(), person.getLastName());
  }
}
