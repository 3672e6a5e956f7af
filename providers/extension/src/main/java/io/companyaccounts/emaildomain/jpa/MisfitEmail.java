// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.CompanyNotice;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailDay;
import io.companyaccounts.platform.Outbox;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells the company's admins about a member whose address does not fit. */
record MisfitEmail(KeycloakSession session, OrganizationModel organization) {

  private static final String KEY = "companyMisfit";
  private static final int MOST_RECEIVERS = 20;

  /**
   * @param what end of the message keys
   * @param until when the member is shut out; null if that is not going to happen
   */
  void send(UserModel member, String what, @Nullable Instant until) {
    RealmModel realm = session.getContext().getRealm();
    String person =
        Member.displayName(member.getUsername(), member.getFirstName(), member.getLastName());
    session
        .getProvider(MembershipProvider.class)
        .accountsWho(organization, Set.of(Permission.MEMBERS_MANAGE), MOST_RECEIVERS)
        .forEach(
            receiver -> {
              Mail mail =
                  CompanyNotice.of(realm, receiver, organization, KEY + what)
                      .subjectArguments("company", "person")
                      .attribute("person", person);
              new Outbox(session)
                  .put(
                      until == null
                          ? mail
                          : mail.attribute("day", MailDay.of(realm, receiver, until)));
            });
  }
}
