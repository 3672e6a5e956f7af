// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import org.keycloak.models.KeycloakSession;

/** Mounts invite links for many at {@code /realms/{realm}/company/link}. */
public final class InviteLinkPageFactory implements CompanyResourceFactory {

  public static final String ID = "link";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofRealm() {
        return new InviteLinkPage(session);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
