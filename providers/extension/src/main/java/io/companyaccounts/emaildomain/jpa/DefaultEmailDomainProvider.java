// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.Verdict;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/** Decides by the attributes of organization and realm, and by the company's own rule. */
final class DefaultEmailDomainProvider implements EmailDomainProvider {

  private final KeycloakSession session;

  DefaultEmailDomainProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public boolean isOpen(OrganizationModel organization) {
    return CompanyAddresses.of(session, organization).policy().isOpen();
  }

  @Override
  public Verdict check(OrganizationModel organization, Candidate candidate) {
    return CompanyAddresses.of(session, organization).check(candidate);
  }
}
