// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A short mail that tells a person about something in a company. */
public final class CompanyNotice {

  private static final String TEMPLATE = "company-notice";

  private CompanyNotice() {}

  /**
   * @param key of the messages {@code <key>Subject} and {@code <key>Text}, which both fill in the
   *     company's name
   */
  public static Mail of(
      RealmModel realm, UserModel receiver, OrganizationModel company, String key) {
    return Mail.of(realm, Mail.Receiver.user(receiver), TEMPLATE, key + "Subject")
        .organization(company.getId())
        .subjectArguments("company")
        .attribute("company", company.getName())
        .attribute("textKey", key + "Text");
  }
}
