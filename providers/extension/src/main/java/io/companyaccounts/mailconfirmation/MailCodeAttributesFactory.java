// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailAttributes;
import io.companyaccounts.platform.MailAttributesFactory;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Puts the digits into a mail when it leaves, so that they lie nowhere before; a mail whose code is
 * of no use any more does not leave. Its id is the name of the mail's template.
 */
public final class MailCodeAttributesFactory implements MailAttributesFactory {

  /** Name of the template. */
  public static final String ID = "company-mail-code";

  /** Attribute of the mail with the id of the code. */
  static final String CODE_ID = "codeId";

  @Override
  public MailAttributes create(KeycloakSession session) {
    return new MailAttributes() {
      @Override
      public Optional<Map<String, String>> complete(Mail mail, @Nullable String baseUrl) {
        return new MailCodes(session)
            .digits(mail.attributes().getOrDefault(CODE_ID, ""))
            .map(digits -> Map.of("code", digits));
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }
}
