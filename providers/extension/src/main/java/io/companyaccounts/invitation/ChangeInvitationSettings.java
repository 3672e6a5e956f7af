// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody may set how a company invites. */
final class ChangeInvitationSettings {

  private ChangeInvitationSettings() {}

  static Outcome<OrganizationInvitationSettings> change(
      Actor actor,
      OrganizationInvitationSettings wanted,
      OrganizationInvitationSettings before,
      @Nullable Integer ifVersion) {
    if (!actor.may(Permission.SETTINGS_MANAGE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.SETTINGS_MANAGE.key());
    }
    if (ifVersion != null && ifVersion != before.version()) {
      return Outcome.refused(
          InvitationRefusal.VERSION_CONFLICT, "version", Integer.toString(before.version()));
    }
    Integer days = wanted.validityDays();
    return days != null && !InvitationSettings.isValidity(days)
        ? Outcome.refused(
            InvitationRefusal.VALIDITY_INVALID,
            "max",
            Integer.toString(InvitationSettings.LONGEST_DAYS))
        : Outcome.done(wanted);
  }
}
