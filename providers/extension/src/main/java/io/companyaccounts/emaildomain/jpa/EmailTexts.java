// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.JoinObstacle;
import java.util.List;
import org.keycloak.models.OrganizationModel;

/** Words a verdict for the person whom it concerns. */
final class EmailTexts {

  private EmailTexts() {}

  static JoinObstacle obstacle(OrganizationModel organization, Verdict verdict) {
    Verdict.Refused refused = refusal(verdict);
    return new JoinObstacle(
        refused.reason(),
        refused.details(),
        refused.messageKey(),
        List.of("email", organization.getName(), refused.domainsText()));
  }

  /** Who may come as an external was not invited as one. */
  static Verdict.Refused refusal(Verdict verdict) {
    return verdict instanceof Verdict.Outside outside
        ? new Verdict.Refused(EmailRefusal.EXTERNAL_ROLE_NEEDED, outside.domains())
        : verdict.asRefusal();
  }
}
