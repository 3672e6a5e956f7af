// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.platform.NumberSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What the vendor sets in the dialog of the required action. A bad value is named in the log and
 * the default counts.
 *
 * @param windowSeconds how long a proof counts
 * @param memberTries how many wrong tries in a row lock a member
 * @param companyTries how many wrong tries within an hour lock the company
 * @param lockMinutes how long a lock lasts
 * @param minLength fewest characters of an ordering password, whatever else the realm's password
 *     policy says
 * @param operations names of the permissions that can be confirmed; the first is meant if an
 *     application names none. Another one would be a way to a proof for whoever may not order
 * @param withoutPassword name of the permission whose holders are not asked
 * @param loginAge how many seconds ago whoever changes the password may have signed in at most
 */
public record OrderingSettings(
    int windowSeconds,
    int memberTries,
    int companyTries,
    int lockMinutes,
    int minLength,
    List<String> operations,
    String withoutPassword,
    int loginAge) {

  /** What counts where nothing is set. */
  public static final OrderingSettings USUAL =
      new OrderingSettings(
          300,
          5,
          30,
          15,
          8,
          List.of("order.place", "order.release"),
          "order.without-password",
          300);

  private static final Logger LOG = Logger.getLogger(OrderingSettings.class);
  private static final String PERMISSION = "[A-Za-z0-9._-]{1,100}";
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

  static final NumberSetting WINDOW = new NumberSetting("window", 30, 3600, USUAL.windowSeconds);
  static final NumberSetting MEMBER_TRIES =
      new NumberSetting("memberTries", 3, 20, USUAL.memberTries);
  static final NumberSetting COMPANY_TRIES =
      new NumberSetting("triesPerHour", 10, 1000, USUAL.companyTries);
  static final NumberSetting LOCK = new NumberSetting("lockMinutes", 1, 1440, USUAL.lockMinutes);
  static final NumberSetting MIN_LENGTH = new NumberSetting("minLength", 6, 64, USUAL.minLength);
  static final NumberSetting LOGIN_AGE = new NumberSetting("loginAge", 30, 86_400, USUAL.loginAge);

  private static final List<NumberSetting> NUMBERS =
      List.of(WINDOW, MEMBER_TRIES, COMPANY_TRIES, LOCK, MIN_LENGTH, LOGIN_AGE);

  static final String OPERATIONS = "operations";
  static final String WITHOUT_PASSWORD = "withoutPassword";

  public OrderingSettings {
    operations = List.copyOf(operations);
  }

  /** The permission that is meant if an application names none. */
  String usualOperation() {
    return operations.get(0);
  }

  /**
   * Reads the dialog.
   *
   * @param config the value of that key, or null
   */
  public static OrderingSettings of(Function<String, @Nullable String> config) {
    return new OrderingSettings(
        WINDOW.read(config),
        MEMBER_TRIES.read(config),
        COMPANY_TRIES.read(config),
        LOCK.read(config),
        MIN_LENGTH.read(config),
        operations(config.apply(OPERATIONS)),
        withoutPassword(config.apply(WITHOUT_PASSWORD)),
        LOGIN_AGE.read(config));
  }

  /** What is wrong in a dialog that somebody wants to save: the key of each bad value. */
  static List<String> wrong(Map<String, String> config) {
    List<String> wrong = new ArrayList<>(NumberSetting.wrong(NUMBERS, config));
    if (!names(config.get(OPERATIONS)).stream().allMatch(OrderingSettings::isName)) {
      wrong.add(OPERATIONS);
    }
    if (names(config.get(WITHOUT_PASSWORD)).size() > 1
        || !names(config.get(WITHOUT_PASSWORD)).stream().allMatch(OrderingSettings::isName)) {
      wrong.add(WITHOUT_PASSWORD);
    }
    return wrong;
  }

  /** What the dialog shows. */
  static List<ProviderConfigProperty> options() {
    List<ProviderConfigProperty> options = new ArrayList<>();
    options.add(
        WINDOW.option(
            "How long an order stays confirmed",
            "Seconds from 30 to 3600. A company can choose its own."));
    options.add(
        MEMBER_TRIES.option(
            "Wrong tries of one member",
            "After so many in a row (3 to 20) the member is locked for a while; the personal account"
                + " is not. A company can choose its own."));
    options.add(
        COMPANY_TRIES.option(
            "Wrong tries of one company",
            "After so many within an hour (10 to 1000) nobody of the company can type the password"
                + " for a while."));
    options.add(
        LOCK.option(
            "How long a lock lasts", "Minutes from 1 to 1440. A company can choose its own."));
    options.add(
        MIN_LENGTH.option(
            "Fewest characters",
            "From 6 to 64, on top of the realm's password policy. A company can demand more."));
    options.add(
        LOGIN_AGE.option(
            "Age of the login of whoever sets the password",
            "Seconds from 30 to 86400; whoever signed in longer ago has to sign in again."));
    options.add(
        new ProviderConfigProperty(
            OPERATIONS,
            "Permissions that can be confirmed",
            "Names of client roles, separated by spaces; the first is meant if an application names"
                + " none.",
            ProviderConfigProperty.STRING_TYPE,
            String.join(" ", USUAL.operations)));
    options.add(
        new ProviderConfigProperty(
            WITHOUT_PASSWORD,
            "Permission to order without the password",
            "Whoever has this client role of the application is not asked.",
            ProviderConfigProperty.STRING_TYPE,
            USUAL.withoutPassword));
    return options;
  }

  private static List<String> operations(@Nullable String text) {
    List<String> names = names(text);
    if (names.stream().allMatch(OrderingSettings::isName)) {
      return names.isEmpty() ? USUAL.operations : names;
    }
    LOG.warnf("%s must be names of client roles; %s are used", OPERATIONS, USUAL.operations);
    return USUAL.operations;
  }

  private static String withoutPassword(@Nullable String text) {
    List<String> names = names(text);
    if (names.isEmpty()) {
      return USUAL.withoutPassword;
    }
    if (names.size() == 1 && isName(names.get(0))) {
      return names.get(0);
    }
    LOG.warnf(
        "%s must be the name of a client role; %s is used",
        WITHOUT_PASSWORD, USUAL.withoutPassword);
    return USUAL.withoutPassword;
  }

  private static List<String> names(@Nullable String text) {
    return text == null
        ? List.of()
        : SEPARATOR.splitAsStream(text).filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static boolean isName(String name) {
    return name.matches(PERMISSION);
  }
}
