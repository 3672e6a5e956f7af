// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InviteLinkDraft;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.rest.Requests.RoleRequest;
import io.companyaccounts.membership.rest.Requests.RolesRequest;
import io.companyaccounts.platform.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the REST interface takes about invitations. The rules check what is in it. */
final class InvitationRequests {

  /** How many people can be invited in one call. */
  static final int MOST_INVITATIONS = 500;

  private static final int MOST_DOMAINS = 100;

  private InvitationRequests() {}

  /** Whom to invite. */
  record InviteRequest(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      @Nullable List<RoleRequest> roles,
      @Nullable String message,
      @Nullable String locale,
      @Nullable Integer validityDays) {

    InvitationDraft draft(Supplier<RoleCatalog> catalog) {
      return new InvitationDraft(
          email,
          firstName,
          lastName,
          phone,
          assignments(roles, catalog),
          message,
          locale,
          validityDays);
    }
  }

  /** Whom to invite together. */
  record BatchRequest(
      @Nullable List<InviteRequest> invitations,
      @Nullable Boolean sendValid,
      @Nullable Boolean dryRun) {

    List<InvitationDraft> drafts(Supplier<RoleCatalog> catalog) {
      if (invitations == null) {
        throw tooManyOrNone();
      }
      requireSize(invitations.size());
      List<InvitationDraft> drafts = new ArrayList<>();
      for (InviteRequest each : invitations) {
        if (each == null) {
          throw ApiException.invalidValue("invitations", "must not hold null.");
        }
        drafts.add(each.draft(catalog));
      }
      return drafts;
    }
  }

  /** How long the invitation that is sent again can be accepted. */
  record ResendRequest(@Nullable Integer validityDays) {}

  /** An invite link as it shall be. */
  record InviteLinkRequest(
      @Nullable String name,
      @Nullable List<RoleRequest> roles,
      @Nullable Instant expires,
      @Nullable Integer maxUses,
      @Nullable List<String> domains,
      @Nullable Boolean enabled) {

    InviteLinkDraft draft(Supplier<RoleCatalog> catalog) {
      List<String> wanted = domains == null ? List.of() : domains;
      if (wanted.size() > MOST_DOMAINS || wanted.stream().anyMatch(each -> each == null)) {
        throw ApiException.invalidValue(
            "domains", "must be a list of at most " + MOST_DOMAINS + " domains.");
      }
      return new InviteLinkDraft(
          name,
          assignments(roles, catalog),
          expires,
          maxUses,
          wanted,
          enabled == null || enabled.booleanValue());
    }
  }

  /** What the company sets; what is left out is as the realm says. */
  record SettingsRequest(@Nullable Integer validityDays, @Nullable Boolean noticeToInviter) {

    OrganizationInvitationSettings settings() {
      return new OrganizationInvitationSettings(validityDays, noticeToInviter, 0);
    }
  }

  static void requireSize(int size) {
    if (size < 1 || size > MOST_INVITATIONS) {
      throw tooManyOrNone();
    }
  }

  private static ApiException tooManyOrNone() {
    return ApiException.invalidValue(
        "invitations", "must be 1 to " + MOST_INVITATIONS + " invitations.");
  }

  /** The roles of the organization are read only if some are asked for. */
  private static List<RoleAssignment> assignments(
      @Nullable List<RoleRequest> roles, Supplier<RoleCatalog> catalog) {
    return roles == null || roles.isEmpty()
        ? List.of()
        : new RolesRequest(roles).assignments(catalog.get());
  }
}
