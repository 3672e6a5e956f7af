// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.CompanyNotice;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.Outbox;
import java.util.List;
import java.util.Set;
import org.keycloak.models.UserModel;

/**
 * The mail that invites, and the notices to whoever invited. The outbox holds the id of the
 * invitation and no link: that is filled in when the mail leaves.
 */
final class InvitationEmail {

  static final String TEMPLATE = "company-invitation";
  static final String INVITATION = "invitation";
  static final String GENERATION = "generation";

  /** Begins the keys of all texts of this class. */
  private static final String KEY = "companyInvitation";

  /** How many are told when the inviter cannot act any more. */
  private static final int SUBSTITUTES = 3;

  private final Company company;

  InvitationEmail(Company company) {
    this.company = company;
  }

  /** Writes the mail into the outbox, to leave with the commit. */
  void invite(InvitationEntity row) {
    boolean named = row.inviterName != null;
    Mail mail =
        Mail.of(
                company.realm(),
                Mail.Receiver.address(row.email, row.locale),
                TEMPLATE,
                KEY + (named ? "Subject" : "SubjectNobody"))
            .organization(row.orgId)
            .attribute(INVITATION, row.id)
            .attribute(GENERATION, Integer.toString(row.generation));
    row.mailId =
        outbox()
            .put(
                named
                    ? mail.subjectArguments("inviter", "company")
                    : mail.subjectArguments("company"));
  }

  void accepted(InvitationEntity row, UserModel newMember) {
    boolean wanted =
        !Boolean.FALSE.equals(company.settings().of(row.orgId).noticeToInviter())
            && !newMember.getId().equals(row.inviterId);
    if (wanted) {
      company
          .inviterOf(row)
          .ifPresent(inviter -> notify(inviter, KEY + "Accepted", name(newMember)));
    }
  }

  /** Asks the inviter, or else some of those who may invite, for a new invitation. */
  void asked(InvitationEntity row) {
    List<UserModel> receivers =
        company
            .inviterOf(row)
            .filter(user -> company.vouching(row.inviterKind, row.inviterId).isPresent())
            .map(List::of)
            .orElseGet(this::substitutes);
    receivers.forEach(receiver -> notify(receiver, KEY + "Asked", row.email));
  }

  private List<UserModel> substitutes() {
    return company
        .members()
        .accountsWho(company.organization(), Set.of(Permission.MEMBERS_INVITE), SUBSTITUTES);
  }

  private void notify(UserModel receiver, String key, String person) {
    outbox()
        .put(
            CompanyNotice.of(company.realm(), receiver, company.organization(), key)
                .subjectArguments("company", "person")
                .attribute("person", person));
  }

  private static String name(UserModel user) {
    return Member.displayName(user.getUsername(), user.getFirstName(), user.getLastName());
  }

  private Outbox outbox() {
    return new Outbox(company.session());
  }
}
