// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.membership.rest.OrganizationAccess;
import org.keycloak.models.KeycloakSession;

/**
 * Mounts what an organization demands of addresses at {@code …/organizations/{org}/email-domains}.
 */
public final class EmailDomainsResourceFactory implements CompanyResourceFactory {

  public static final String ID = "email-domains";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofOrganization(OrganizationAccess access) {
        return new EmailDomainsResource(access);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
