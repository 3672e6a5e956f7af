// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.platform.NumberSetting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * What the vendor sets about addresses, in attributes of the organization or, as defaults, of the
 * realm. A bad value is named in the log, and the strictest counts.
 *
 * @param floor what every address has to pass
 * @param changed what happens when a member's address no longer fits
 * @param days how long it is put up with if that is a period of grace
 */
public record EmailDomainSettings(EmailRule floor, Changed changed, int days) {

  public static final String POLICY = "company.emailDomain";
  public static final String SUBDOMAINS = "company.emailDomain.subdomains";
  public static final String ALLOWED = "company.emailDomain.allowed";
  public static final String REFUSED = "company.emailDomain.refused";
  public static final String EXTERNALS = "company.externals";
  public static final String COUNT_EXTERNALS = "company.externals.count";
  public static final String FREE_MAIL = "company.freemail";
  public static final String THROW_AWAY = "company.throwAway";
  public static final String ROLE_ADDRESS = "company.roleAddress";
  public static final String REAL_PERSON = "company.realPerson";
  public static final String CHANGED = "company.changedAddress";
  public static final String DAYS = "company.changedAddress.days";

  /** All keys that an organization or the realm may have. */
  public static final List<String> KEYS =
      List.of(
          POLICY,
          SUBDOMAINS,
          ALLOWED,
          REFUSED,
          EXTERNALS,
          COUNT_EXTERNALS,
          FREE_MAIL,
          THROW_AWAY,
          ROLE_ADDRESS,
          REAL_PERSON,
          CHANGED,
          DAYS);

  public static final int MOST_DAYS = 365;

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
  private static final NumberSetting USUAL_TIME = new NumberSetting(DAYS, 1, MOST_DAYS, 14);
  private static final Logger LOG = Logger.getLogger(EmailDomainSettings.class);

  /** What happens to a member whose address no longer fits. */
  public enum Changed {
    /** The company's admins are told. */
    WARN,
    /** They are told, and the member is shut out when the time is over. */
    GRACE,
    /** The member is shut out at once, and they are told. */
    REFUSE
  }

  /**
   * @param attribute values of an attribute by its name: the organization's, else the realm's;
   *     empty if neither has it
   */
  public static EmailDomainSettings of(Function<String, List<String>> attribute) {
    EmailRule floor =
        new EmailRule(
            word(
                attribute,
                POLICY,
                DomainPolicy.class,
                DomainPolicy.ANY,
                DomainPolicy.COMPANY_DOMAINS),
            flag(attribute, SUBDOMAINS, false, false),
            domains(attribute, ALLOWED),
            domains(attribute, REFUSED),
            word(attribute, EXTERNALS, Externals.class, Externals.NONE, Externals.NONE),
            flag(attribute, COUNT_EXTERNALS, true, true),
            word(attribute, FREE_MAIL, Treatment.class, Treatment.ALLOW, Treatment.REFUSE),
            noSingleSeat(
                word(attribute, THROW_AWAY, Treatment.class, Treatment.ALLOW, Treatment.REFUSE)),
            word(attribute, ROLE_ADDRESS, Treatment.class, Treatment.ALLOW, Treatment.REFUSE),
            flag(attribute, REAL_PERSON, false, true));
    return new EmailDomainSettings(
        floor,
        word(attribute, CHANGED, Changed.class, Changed.GRACE, Changed.GRACE),
        USUAL_TIME.read(key -> text(attribute, key).orElse(null)));
  }

  /** What can be said, by key, where it is one of some words. */
  public static Map<String, List<String>> words() {
    List<String> yesOrNo = List.of("true", "false");
    return Map.of(
        POLICY, words(DomainPolicy.class),
        EXTERNALS, words(Externals.class),
        FREE_MAIL, words(Treatment.class),
        THROW_AWAY, List.of(written(Treatment.ALLOW), written(Treatment.REFUSE)),
        ROLE_ADDRESS, words(Treatment.class),
        CHANGED, words(Changed.class),
        SUBDOMAINS, yesOrNo,
        COUNT_EXTERNALS, yesOrNo,
        REAL_PERSON, yesOrNo);
  }

  private static List<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(EmailDomainSettings::written).toList();
  }

  /** How a value is written: {@code single-seat}. */
  public static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value that is written so. */
  public static <E extends Enum<E>> Optional<E> read(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> written(each).equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Texts separated by comma or space, in one value or in several. */
  public static Set<String> list(List<String> values) {
    if (values.isEmpty()) {
      return Set.of();
    }
    Set<String> all = new LinkedHashSet<>();
    values.stream()
        .flatMap(SEPARATOR::splitAsStream)
        .filter(each -> !each.isBlank())
        .forEach(all::add);
    return all;
  }

  /** Somebody made to be thrown away is not the only member of a company. */
  private static Treatment noSingleSeat(Treatment treatment) {
    return treatment == Treatment.SINGLE_SEAT ? Treatment.REFUSE : treatment;
  }

  private static Set<DomainPattern> domains(Function<String, List<String>> attribute, String key) {
    Set<DomainPattern> all = new LinkedHashSet<>();
    for (String text : list(attribute.apply(key))) {
      DomainPattern.parse(text)
          .ifPresentOrElse(
              all::add, () -> LOG.warnf("%s: '%s' is no domain; it is left out", key, text));
    }
    return all;
  }

  private static <E extends Enum<E>> E word(
      Function<String, List<String>> attribute, String key, Class<E> type, E usual, E strict) {
    Optional<String> text = text(attribute, key);
    if (text.isEmpty()) {
      return usual;
    }
    return read(type, text.get())
        .orElseGet(
            () -> {
              LOG.warnf("%s must be one of %s; %s is used", key, words(type), written(strict));
              return strict;
            });
  }

  private static boolean flag(
      Function<String, List<String>> attribute, String key, boolean usual, boolean strict) {
    Optional<String> text = text(attribute, key);
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.get().equals("true") && !text.get().equals("false")) {
      LOG.warnf("%s must be true or false; %s is used", key, strict);
      return strict;
    }
    return text.get().equals("true");
  }

  private static Optional<String> text(Function<String, List<String>> attribute, String key) {
    for (String value : attribute.apply(key)) {
      if (!value.isBlank()) {
        return Optional.of(value.strip());
      }
    }
    return Optional.empty();
  }
}
