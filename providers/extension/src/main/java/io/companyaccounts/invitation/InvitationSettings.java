// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import java.util.function.Function;
import org.jboss.logging.Logger;
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

  private static final Logger LOG = Logger.getLogger(InvitationSettings.class);

  /**
   * Reads the attributes; a bad value is named in the log and the default counts.
   *
   * @param attribute the realm's attribute of that name, or null
   */
  public static InvitationSettings of(Function<String, @Nullable String> attribute) {
    return new InvitationSettings(
        number(attribute, VALIDITY, 7, SHORTEST_DAYS, LONGEST_DAYS),
        number(attribute, PER_HOUR, 1_000, 1, 1_000_000),
        number(attribute, PER_HOUR_AND_INVITER, 600, 1, 1_000_000),
        number(attribute, RESENDS, 10, 0, 1_000),
        text(attribute.apply(CLIENT)));
  }

  /** Whether an invitation may be valid for so many days. */
  static boolean isValidity(int days) {
    return days >= SHORTEST_DAYS && days <= LONGEST_DAYS;
  }

  private static int number(
      Function<String, @Nullable String> attribute, String key, int usual, int least, int most) {
    String text = text(attribute.apply(key));
    if (text == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same warning as for a number out of range
    }
    LOG.warnf("%s must be a whole number from %d to %d; %d is used", key, least, most, usual);
    return usual;
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
