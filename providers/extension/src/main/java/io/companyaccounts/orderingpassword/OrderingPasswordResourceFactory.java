// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.membership.rest.OrganizationAccess;
import org.keycloak.models.KeycloakSession;

/**
 * Mounts the ordering password of an organization at {@code
 * …/organizations/{org}/ordering-password}.
 */
public final class OrderingPasswordResourceFactory implements CompanyResourceFactory {

  public static final String ID = "ordering-password";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofOrganization(OrganizationAccess access) {
        return new OrderingPasswordResource(access);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
