// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.JoinCheck;
import io.companyaccounts.membership.JoinObstacle;
import io.companyaccounts.membership.MembershipProvider;
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
        addresses.check(
            organization,
            new Candidate(
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                Occasion.JOIN,
                user.getId()));
    if (!verdict.admits(external)) {
      return Optional.of(EmailTexts.obstacle(organization, verdict));
    }
    CompanyAddresses.of(session, organization).keepAnchor(user.getId());
    return Optional.empty();
  }
}
