// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.JoinCheck;
import io.companyaccounts.membership.JoinObstacle;
import io.companyaccounts.membership.MembershipProvider;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Lets nobody in whose address is not accepted. */
final class EmailJoinCheck implements JoinCheck {

  private final KeycloakSession session;

  EmailJoinCheck(KeycloakSession session) {
    this.session = session;
  }

  /** Under the lock, so that a company of one does not become one of two. */
  @Override
  public Optional<JoinObstacle> obstacle(
      OrganizationModel organization, UserModel user, boolean external) {
    EmailDomainProvider addresses = session.getProvider(EmailDomainProvider.class);
    if (addresses.isOpen(organization)) {
      return Optional.empty();
    }
    session.getProvider(MembershipProvider.class).lock(organization);
    CompanyAddresses.of(session, organization).forget();
    Verdict verdict =
        addresses.check(organization, EmailDomainProvider.candidate(user, Occasion.JOIN));
    if (!verdict.admits(external)) {
      return Optional.of(obstacle(organization, verdict));
    }
    CompanyAddresses.of(session, organization).keepAnchor(user.getId());
    return Optional.empty();
  }

  /** Who may come as an external was not invited as one. */
  private static JoinObstacle obstacle(OrganizationModel organization, Verdict verdict) {
    Verdict.Refused refused =
        verdict instanceof Verdict.Outside outside
            ? new Verdict.Refused(EmailRefusal.EXTERNAL_ROLE_NEEDED, outside.domains())
            : verdict.asRefusal();
    return new JoinObstacle(
        refused.reason(),
        refused.details(),
        refused.messageKey(),
        List.of(UserModel.EMAIL, organization.getName(), refused.domainsText()));
  }
}
