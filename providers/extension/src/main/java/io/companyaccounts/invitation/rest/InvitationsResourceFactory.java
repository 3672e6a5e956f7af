// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.membership.rest.OrganizationAccess;
import org.keycloak.models.KeycloakSession;

/** Mounts the invitations of an organization at {@code …/organizations/{org}/invitations}. */
public final class InvitationsResourceFactory implements CompanyResourceFactory {

  public static final String ID = "invitations";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofOrganization(OrganizationAccess access) {
        return new InvitationsResource(access);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
