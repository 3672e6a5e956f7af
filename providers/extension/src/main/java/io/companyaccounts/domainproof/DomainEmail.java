// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailDay;
import io.companyaccounts.platform.Outbox;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells those who can act that the record of a domain is missing, or that the proof is lost. */
record DomainEmail(KeycloakSession session, RealmModel realm, OrganizationModel organization) {

  private static final String TEMPLATE = "company-domain";

  /** Begins the keys of all texts of this class. */
  private static final String KEY = "companyDomain";

  /** The owner first; more would hide from each that it is the own task. */
  private static final int MOST_RECEIVERS = 20;

  void missing(DomainRecord record, Instant countsUntil) {
    receivers(
        receiver -> put(receiver, "Missing", record, MailDay.of(realm, receiver, countsUntil)));
  }

  void lost(DomainRecord record) {
    receivers(receiver -> put(receiver, "Lost", record, ""));
  }

  private void receivers(Consumer<UserModel> each) {
    session
        .getProvider(MembershipProvider.class)
        .accountsWho(organization, Set.of(Permission.SETTINGS_MANAGE), MOST_RECEIVERS)
        .forEach(each);
  }

  private void put(UserModel receiver, String what, DomainRecord record, String until) {
    new Outbox(session)
        .put(
            Mail.of(realm, Mail.Receiver.user(receiver), TEMPLATE, KEY + what + "Subject")
                .organization(organization.getId())
                .subjectArguments("company", "domain")
                .attribute("textKey", KEY + what + "Text")
                .attribute("company", organization.getName())
                .attribute("domain", record.domain())
                .attribute("until", until)
                .attribute("recordName", record.name())
                .attribute("recordValue", record.value()));
  }
}
