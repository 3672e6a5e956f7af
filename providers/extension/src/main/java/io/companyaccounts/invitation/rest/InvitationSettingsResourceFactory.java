// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import io.companyaccounts.membership.rest.OrganizationAccess;
import org.keycloak.models.KeycloakSession;

/**
 * Mounts what an organization sets about its invitations at {@code
 * …/organizations/{org}/invitation-settings}.
 */
public final class InvitationSettingsResourceFactory implements CompanyResourceFactory {

  public static final String ID = "invitation-settings";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofOrganization(OrganizationAccess access) {
        return new InvitationSettingsResource(access);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
