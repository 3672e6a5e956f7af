// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.invitation.BatchProgress;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationPage;
import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.invitation.InviteLink;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the REST interface sends about invitations. Times are ISO 8601 in UTC. */
final class InvitationRepresentations {

  private InvitationRepresentations() {}

  /** A role that an invitation gives. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InvitedRoleRepresentation(
      String id,
      String name,
      Map<String, String> names,
      int rank,
      @Nullable String from,
      @Nullable String until,
      @Nullable Long limit) {

    static InvitedRoleRepresentation of(CompanyRole role, RoleAssignment assignment) {
      return new InvitedRoleRepresentation(
          role.id(),
          role.name(),
          role.names(),
          role.rank(),
          text(assignment.from()),
          text(assignment.until()),
          assignment.limit());
    }
  }

  /** Who invited. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InviterRepresentation(String kind, @Nullable String id, @Nullable String name) {

    static InviterRepresentation of(Invitation.Inviter inviter) {
      return new InviterRepresentation(inviter.kind().name(), inviter.userId(), inviter.name());
    }
  }

  /**
   * An invitation, without its link.
   *
   * @param roles empty: the default role
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InvitationRepresentation(
      String id,
      String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      List<InvitedRoleRepresentation> roles,
      @Nullable String message,
      @Nullable String locale,
      String state,
      String created,
      String sent,
      String expires,
      @Nullable String ended,
      InviterRepresentation inviter,
      @Nullable String acceptedBy,
      @Nullable String linkId,
      @Nullable String batchId,
      int resends,
      @Nullable String mail,
      int version) {

    static InvitationRepresentation of(Invitation invitation, InvitedRoles roles) {
      Invitation.MailState mail = invitation.mail();
      return new InvitationRepresentation(
          invitation.id(),
          invitation.person().email(),
          invitation.person().firstName(),
          invitation.person().lastName(),
          invitation.person().phone(),
          roles.of(invitation.roles()),
          invitation.message(),
          invitation.locale(),
          invitation.state().name(),
          invitation.created().toString(),
          invitation.sent().toString(),
          invitation.expires().toString(),
          text(invitation.ended()),
          InviterRepresentation.of(invitation.inviter()),
          invitation.acceptedBy(),
          invitation.linkId(),
          invitation.batchId(),
          invitation.resends(),
          mail == null ? null : mail.name(),
          invitation.version());
    }
  }

  /**
   * How many people the company can have.
   *
   * @param limit absent, like {@code left}: as many as wanted
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SeatsRepresentation(
      @Nullable Integer limit, long members, long openInvitations, @Nullable Long left) {

    static SeatsRepresentation of(Seats seats) {
      OptionalLong left = seats.left();
      return new SeatsRepresentation(
          seats.limit(),
          seats.members(),
          seats.openInvitations(),
          left.isEmpty() ? null : Long.valueOf(left.getAsLong()));
    }
  }

  /** One page of invitations. */
  record InvitationPageRepresentation(
      int first,
      int max,
      long total,
      SeatsRepresentation seats,
      List<InvitationRepresentation> invitations) {

    static InvitationPageRepresentation of(
        InvitationQuery query, InvitationPage page, InvitedRoles roles) {
      return new InvitationPageRepresentation(
          query.first(),
          query.max(),
          page.total(),
          SeatsRepresentation.of(page.seats()),
          page.invitations().stream()
              .map(invitation -> InvitationRepresentation.of(invitation, roles))
              .toList());
    }
  }

  /** How far the mails of a batch got. */
  record ProgressRepresentation(
      String batchId, long total, long pending, long sent, long failed, boolean done) {

    static ProgressRepresentation of(BatchProgress progress) {
      return new ProgressRepresentation(
          progress.batchId(),
          progress.total(),
          progress.pending(),
          progress.sent(),
          progress.failed(),
          progress.pending() == 0);
    }
  }

  /**
   * An invite link.
   *
   * @param link what to share; absent when it can no longer be shown and must be renewed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InviteLinkRepresentation(
      String id,
      String name,
      List<InvitedRoleRepresentation> roles,
      String created,
      @Nullable String expires,
      @Nullable Integer maxUses,
      int uses,
      List<String> domains,
      boolean enabled,
      InviterRepresentation creator,
      @Nullable String link,
      int version) {

    static InviteLinkRepresentation of(
        InviteLink link, InvitedRoles roles, @Nullable String address) {
      return new InviteLinkRepresentation(
          link.id(),
          link.name(),
          roles.of(link.roles()),
          link.created().toString(),
          text(link.expires()),
          link.maxUses(),
          link.uses(),
          link.domains(),
          link.enabled(),
          InviterRepresentation.of(link.creator()),
          address,
          link.version());
    }
  }

  /**
   * What a company sets; absent is what the realm says.
   *
   * @param defaultValidityDays what the realm says
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SettingsRepresentation(
      @Nullable Integer validityDays,
      @Nullable Boolean noticeToInviter,
      int defaultValidityDays,
      int version) {

    static SettingsRepresentation of(OrganizationInvitationSettings settings, int usualDays) {
      return new SettingsRepresentation(
          settings.validityDays(), settings.noticeToInviter(), usualDays, settings.version());
    }
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
