// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.platform.NumberSetting;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor sets about invitations, in attributes of the realm.
 *
 * @param validityDays how long an invitation can be accepted if nobody says otherwise
 * @param perHour invitations of one organization within an hour, resends included
 * @param perHourAndInviter invitations of one inviter within an hour
 * @param resends how often one invitation can be sent again
 * @param client OAuth client id of the application to which people go after they accepted; null:
 *     the account console
 */
public record InvitationSettings(
    int validityDays, int perHour, int perHourAndInviter, int resends, @Nullable String client) {

  public static final String VALIDITY = "company.invitation.validity";
  public static final String PER_HOUR = "company.invitation.perHour";
  public static final String PER_HOUR_AND_INVITER = "company.invitation.perHourAndInviter";
  public static final String RESENDS = "company.invitation.resends";
  public static final String CLIENT = "company.invitation.client";

  public static final int SHORTEST_DAYS = 1;
  public static final int LONGEST_DAYS = 30;

  private static final NumberSetting DAYS =
      new NumberSetting(VALIDITY, SHORTEST_DAYS, LONGEST_DAYS, 7);
  private static final NumberSetting HOURLY = new NumberSetting(PER_HOUR, 1, 1_000_000, 1_000);
  private static final NumberSetting HOURLY_OF_ONE =
      new NumberSetting(PER_HOUR_AND_INVITER, 1, 1_000_000, 600);
  private static final NumberSetting SENT_AGAIN = new NumberSetting(RESENDS, 0, 1_000, 10);

  /**
   * Reads the attributes; a bad value is named in the log and the default counts.
   *
   * @param attribute the realm's attribute of that name, or null
   */
  public static InvitationSettings of(Function<String, @Nullable String> attribute) {
    return new InvitationSettings(
        DAYS.read(attribute),
        HOURLY.read(attribute),
        HOURLY_OF_ONE.read(attribute),
        SENT_AGAIN.read(attribute),
        text(attribute.apply(CLIENT)));
  }

  /** Whether an invitation may be valid for so many days. */
  static boolean isValidity(int days) {
    return DAYS.takes(days);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
