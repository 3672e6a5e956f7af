// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.membership.JoinCheck;
import io.companyaccounts.membership.JoinCheckFactory;
import org.keycloak.models.KeycloakSession;

/** Has addresses looked at at every join. */
public final class EmailJoinCheckFactory implements JoinCheckFactory {

  @Override
  public JoinCheck create(KeycloakSession session) {
    return new EmailJoinCheck(session);
  }

  @Override
  public String getId() {
    return "company-email";
  }
}
