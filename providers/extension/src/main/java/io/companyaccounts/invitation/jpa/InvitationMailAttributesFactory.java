// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.platform.MailAttributes;
import io.companyaccounts.platform.MailAttributesFactory;
import org.keycloak.models.KeycloakSession;

/** Completes the mails that invite; its id is the name of their template. */
public final class InvitationMailAttributesFactory implements MailAttributesFactory {

  @Override
  public MailAttributes create(KeycloakSession session) {
    return new InvitationMailAttributes(session);
  }

  @Override
  public String getId() {
    return InvitationEmail.TEMPLATE;
  }
}
