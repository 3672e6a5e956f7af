// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Writes days as the receiver of a mail reads them, whoever makes the request. */
public final class MailDay {

  private MailDay() {}

  /** The day of a moment at the server, without the hour. */
  public static String of(RealmModel realm, UserModel receiver, Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale(realm, receiver))
        .format(moment.atZone(ZoneId.systemDefault()));
  }

  /** The day and the hour of a moment at the server. */
  public static String withTime(RealmModel realm, UserModel receiver, Instant moment) {
    return withTime(locale(realm, receiver), moment);
  }

  /** The same with the server's time zone, which is named: nobody knows that of the receiver. */
  public static String withTime(Locale locale, Instant moment) {
    ZonedDateTime there = moment.atZone(ZoneId.systemDefault());
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(there)
        + ", "
        + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(there)
        + " "
        + DateTimeFormatter.ofPattern("z", locale).format(there);
  }

  private static Locale locale(RealmModel realm, UserModel receiver) {
    if (!realm.isInternationalizationEnabled()) {
      return Locale.ENGLISH;
    }
    @Nullable String own = receiver.getFirstAttribute(UserModel.LOCALE);
    @Nullable String tag = own == null ? realm.getDefaultLocale() : own;
    return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }
}
