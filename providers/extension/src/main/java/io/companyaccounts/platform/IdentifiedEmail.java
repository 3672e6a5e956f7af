// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own templates, handed to a sender that knows the mail's id. */
final class IdentifiedEmail extends FreeMarkerEmailTemplateProvider {

  private final String id;

  IdentifiedEmail(KeycloakSession session, String id) {
    super(session);
    this.id = id;
  }

  @Override
  protected void send(
      Map<String, String> config, String subject, String text, String html, String address)
      throws EmailException {
    new IdentifiedSmtp(session, config)
        .send(id, address, new IdentifiedSmtp.Content(subject, text, html));
  }
}
