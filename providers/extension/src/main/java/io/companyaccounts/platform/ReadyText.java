// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Texts for those who show them as they are: Keycloak's consoles fill in values in another way. */
public final class ReadyText {

  private ReadyText() {}

  /**
   * @param reader whose language counts; null: that of the request
   */
  public static String of(
      KeycloakSession session,
      @Nullable UserModel reader,
      String messageKey,
      List<String> arguments) {
    Locale locale = session.getContext().resolveLocale(reader);
    try {
      Properties texts =
          session
              .theme()
              .getTheme(Theme.Type.LOGIN)
              .getEnhancedMessages(session.getContext().getRealm(), locale);
      return new MessageFormat(texts.getProperty(messageKey, messageKey), locale)
          .format(arguments.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
