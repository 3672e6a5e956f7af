// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * How old a login may be at a required action that does not ask for the personal password: any age,
 * unless the vendor set one in the action's dialog.
 */
public final class LoginAge {

  private LoginAge() {}

  /** In seconds, for {@code RequiredActionProvider.getMaxAuthAge}. */
  public static int of(KeycloakSession session, String action) {
    @Nullable RequiredActionConfigModel config =
        session.getContext().getRealm().getRequiredActionConfigByAlias(action);
    return of(
        config == null ? null : config.getConfigValue(Constants.MAX_AUTH_AGE_KEY),
        Time.currentTime());
  }

  /**
   * Keycloak adds it to the time of the login in an int, so there is a most.
   *
   * @param now in seconds
   */
  static int of(@Nullable String text, int now) {
    int most = Integer.MAX_VALUE - now;
    return text == null || text.isBlank() || !isAge(text)
        ? most
        : Math.min(Integer.parseInt(text.strip()), most);
  }

  /** Whether this can be in the dialog, which sends an empty text where nothing was typed. */
  public static boolean isAge(String text) {
    return text.isBlank() || text.strip().matches("[0-9]{1,9}");
  }
}
