// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.membership.rest.OrganizationAccess;
import org.keycloak.models.KeycloakSession;

/** Mounts the domains of an organization at {@code …/organizations/{org}/domains}. */
public final class DomainsResourceFactory implements CompanyResourceFactory {

  public static final String ID = "domains";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofOrganization(OrganizationAccess access) {
        return new DomainsResource(access);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
