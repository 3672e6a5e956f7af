// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * Words for texts that name a message, {@code ${key}}, as descriptions of roles do: in the language
 * of the reader, from the login theme and the realm's localization.
 */
final class DisplayText {

  private final KeycloakSession session;
  private final @Nullable UserModel reader;
  private @Nullable Properties messages;

  DisplayText(KeycloakSession session, @Nullable UserModel reader) {
    this.session = session;
    this.reader = reader;
  }

  /** The words; a message that does not exist is shown by its key, as the console does. */
  @Nullable String of(@Nullable String text) {
    if (text == null || !text.startsWith("${") || !text.endsWith("}")) {
      return text;
    }
    String key = text.substring(2, text.length() - 1);
    return messages().getProperty(key, key);
  }

  private Properties messages() {
    if (messages == null) {
      try {
        messages =
            session
                .theme()
                .getTheme(Theme.Type.LOGIN)
                .getEnhancedMessages(
                    session.getContext().getRealm(), session.getContext().resolveLocale(reader));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return messages;
  }
}
