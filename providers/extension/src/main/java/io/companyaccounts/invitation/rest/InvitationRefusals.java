// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.emaildomain.rest.EmailRefusals;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationSettings;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.rest.Refusals;
import io.companyaccounts.platform.ApiException;
import java.util.Map;

/** Words the refusals of invitations, so that somebody knows what to do next. */
final class InvitationRefusals {

  private InvitationRefusals() {}

  /** The answer to a refusal by the rules of invitations or of membership. */
  static ApiException exception(Outcome.Refused<?> refused) {
    return refused.reason() instanceof InvitationRefusal reason
        ? Refusals.exception(refused, text(reason, refused.details()))
        : EmailRefusals.exception(refused);
  }

  /** What a refusal says to people. */
  static String text(InvitationRefusal reason, Map<String, String> details) {
    return switch (reason) {
      case EMAIL_INVALID -> "This is no e-mail address. Check how it is written.";
      case NAME_INVALID ->
          "A name has " + max(details) + " characters at most, and only signs that names have.";
      case PHONE_INVALID ->
          "A phone number has "
              + max(details)
              + " characters at most: digits, spaces and + - . / ( ), the plus in front.";
      case MESSAGE_INVALID -> "A message is plain text of at most " + max(details) + " characters.";
      case LOCALE_UNKNOWN -> "The realm does not speak this language. Leave the language out.";
      case VALIDITY_INVALID ->
          "Choose a validity of "
              + InvitationSettings.SHORTEST_DAYS
              + " to "
              + InvitationSettings.LONGEST_DAYS
              + " days.";
      case EMAIL_TWICE -> "This address is listed twice. List it once.";
      case TOO_MANY_INVITATIONS -> "Too many invitations were sent within an hour. Go on later.";
      case TOO_MANY_RESENDS ->
          "This invitation was sent often enough. Withdraw it, and invite the address anew.";
      case ASKED_ALREADY -> "A new invitation was asked for already. Wait for an answer.";
      case ALREADY_MEMBER -> "This address belongs to a member of the company already.";
      case ALREADY_INVITED -> "This address has an open invitation already. Send that one again.";
      case BLOCKED -> "This person is blocked in the company. Unblock the person instead.";
      case DOMAIN_NOT_ALLOWED ->
          "Addresses of this domain may not join here. Use an address of another domain.";
      case SUSPENDED -> "This company is suspended. Ask the vendor.";
      case OTHER_ADDRESS -> "The invitation is for another address. Sign in with that one.";
      case INVITER_MAY_NOT ->
          "Who invited may no longer give this. Ask the company for a new invitation.";
      case INVITATION_UNKNOWN,
          EXPIRED,
          WITHDRAWN,
          ACCEPTED,
          DECLINED,
          STILL_OPEN,
          VERSION_CONFLICT ->
          ofState(reason);
      case LINK_UNKNOWN, LINK_OFF, LINK_EXPIRED, LINK_USED_UP, LINK_INVALID, TOO_MANY_LINKS ->
          ofLink(reason, details);
    };
  }

  private static String ofState(InvitationRefusal reason) {
    return switch (reason) {
      case EXPIRED -> "This invitation has expired. Send it again.";
      case WITHDRAWN -> "This invitation was withdrawn. Invite the address anew.";
      case ACCEPTED -> "This invitation was accepted already. Change the member instead.";
      case DECLINED -> "This invitation was declined. Invite the address anew.";
      case STILL_OPEN -> "This invitation is still open. Use the latest mail.";
      case VERSION_CONFLICT -> "It was changed by somebody else meanwhile. Read it again.";
      default -> "There is no such invitation in this company.";
    };
  }

  private static String ofLink(InvitationRefusal reason, Map<String, String> details) {
    return switch (reason) {
      case LINK_OFF -> "This invite link is switched off. Ask the company for an invitation.";
      case LINK_EXPIRED -> "This invite link has expired. Ask the company for an invitation.";
      case LINK_USED_UP -> "This invite link is used up. Ask the company for an invitation.";
      case LINK_INVALID -> ofField(details.getOrDefault("field", ""));
      case TOO_MANY_LINKS ->
          "A company can have " + max(details) + " invite links at most. Delete one first.";
      default -> "There is no such invite link in this company.";
    };
  }

  private static String ofField(String field) {
    return switch (field) {
      case "name" -> "An invite link needs a name of 1 to 100 characters, none of them invisible.";
      case "expires" -> "An invite link ends within a year from now, or has no end.";
      case "maxUses" -> "Uses are limited to a number from 1 to 100000, or not at all.";
      default -> "Domains are written like example.com, 50 of them at most.";
    };
  }

  private static String max(Map<String, String> details) {
    return details.getOrDefault("max", "");
  }
}
