// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.platform.NumberSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What the vendor sets in the dialog of the required action. A bad value is named in the log and
 * the default counts.
 *
 * @param windowSeconds how long a proof counts
 * @param codeMinutes how long a code can be typed
 * @param tries how often a code may be typed
 * @param exempt whoever has this permission is not asked
 */
public record MailCodeSettings(int windowSeconds, int codeMinutes, int tries, Permission exempt) {

  static final String EXEMPT = "exempt";
  static final NumberSetting WINDOW = new NumberSetting("window", 30, 3600, 300);
  static final NumberSetting CODE = new NumberSetting("codeMinutes", 2, 60, 10);
  static final NumberSetting TRIES = new NumberSetting("tries", 3, 10, 5);

  private static final List<NumberSetting> NUMBERS = List.of(WINDOW, CODE, TRIES);
  private static final Logger LOG = Logger.getLogger(MailCodeSettings.class);

  /**
   * Reads the dialog.
   *
   * @param config the value of that key, or null
   */
  public static MailCodeSettings of(Function<String, @Nullable String> config) {
    return new MailCodeSettings(
        WINDOW.read(config), CODE.read(config), TRIES.read(config), exempt(config.apply(EXEMPT)));
  }

  private static Permission exempt(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Permission.MEMBERS_MANAGE;
    }
    Optional<Permission> permission = Permission.parse(text.strip());
    if (permission.isEmpty()) {
      LOG.warnf(
          "%s must be written client:permission; %s is used", EXEMPT, Permission.MEMBERS_MANAGE);
    }
    return permission.orElse(Permission.MEMBERS_MANAGE);
  }

  /** What is wrong in a dialog that somebody wants to save: the key of each bad value. */
  static List<String> wrong(Map<String, String> config) {
    List<String> wrong = new ArrayList<>(NumberSetting.wrong(NUMBERS, config));
    @Nullable String exempt = config.get(EXEMPT);
    if (exempt != null && !exempt.isBlank() && Permission.parse(exempt.strip()).isEmpty()) {
      wrong.add(EXEMPT);
    }
    return wrong;
  }

  /** What the dialog shows. */
  static List<ProviderConfigProperty> options() {
    return List.of(
        WINDOW.option("How long it stays confirmed", "Seconds from 30 to 3600."),
        CODE.option("How long a code can be used", "Minutes from 2 to 60."),
        TRIES.option("Tries for each code", "From 3 to 10; then a new code is needed."),
        new ProviderConfigProperty(
            EXEMPT,
            "Permission of those who are not asked",
            "Written client:permission. Usually company:members.manage, which the owner and"
                + " administrators have.",
            ProviderConfigProperty.STRING_TYPE,
            Permission.MEMBERS_MANAGE.key()));
  }
}
