// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.membership.rest.CompanyResource;
import io.companyaccounts.membership.rest.CompanyResourceFactory;
import org.keycloak.models.KeycloakSession;

/** Mounts what comes after joining at {@code /realms/{realm}/company/joined}. */
public final class JoinedPageFactory implements CompanyResourceFactory {

  public static final String ID = "joined";

  @Override
  public CompanyResource create(KeycloakSession session) {
    return new CompanyResource() {
      @Override
      public Object ofRealm() {
        return new JoinedPage(session);
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
