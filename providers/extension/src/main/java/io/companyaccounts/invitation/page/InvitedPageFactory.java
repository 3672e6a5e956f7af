// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import org.keycloak.models.KeycloakSession;

/** Mounts invitations at {@code /realms/{realm}/company/i}; short, because people see it. */
public final class InvitedPageFactory implements CompanyResourceFactory {

  public static final String ID = "i";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofRealm() {
        return new InvitedPage(session);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
