// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.platform.ApiException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The one place that turns a refusal into a status and a text that says what to do. */
public final class Refusals {

  private Refusals() {}

  /** The answer to a refusal of membership's own rules. */
  public static ApiException exception(Outcome.Refused<?> refused) {
    if (refused.reason() instanceof Refusal reason) {
      return exception(refused, text(reason, refused.details()));
    }
    throw new IllegalArgumentException("No text for " + refused.reason().code());
  }

  /** The answer to the refusal of another feature, which knows the text. */
  public static ApiException exception(Outcome.Refused<?> refused, String text) {
    Reason reason = refused.reason();
    return ApiException.of(status(reason.kind()), reason.code(), text, refused.details());
  }

  private static Status status(Reason.Kind kind) {
    return switch (kind) {
      case INVALID -> Status.BAD_REQUEST;
      case FORBIDDEN -> Status.FORBIDDEN;
      case NOT_FOUND -> Status.NOT_FOUND;
      case CONFLICT -> Status.CONFLICT;
      case STALE -> Status.PRECONDITION_FAILED;
      case TOO_MANY -> Status.TOO_MANY_REQUESTS;
      case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
    };
  }

  private static String text(Refusal reason, Map<String, String> details) {
    String role = details.getOrDefault("role", "");
    String permission = details.getOrDefault("permission", "");
    String max = details.getOrDefault("max", "");
    return switch (reason) {
      case NOT_PERMITTED ->
          permission.isEmpty()
              ? "Only a realm administrator may do this."
              : "You need the permission " + permission + " in this company.";
      case MEMBER_ABOVE_RANK ->
          "This member stands above you. Ask somebody of a higher rank, or the owner.";
      case ROLE_ABOVE_RANK ->
          "The role '" + role + "' is above your rank. Ask somebody of a higher rank.";
      case ROLE_NOT_ASSIGNABLE ->
          "The role '" + role + "' is given by the vendor only. Ask the vendor.";
      case ROLE_NOT_FOR_EXTERNALS ->
          "The role '" + role + "' is not for externals. Choose one that is marked for them.";
      case MEMBER_EXTERNAL ->
          "This person is an external of the company. Choose a member of its own.";
      case RANK_ONLY_LENT ->
          "You have the rank for the role '"
              + role
              + "' only until a date, so this needs somebody who has it for good.";
      case PERMISSION_ABOVE_RANK ->
          "The permission " + permission + " is above your rank. Leave it out, or ask the owner.";
      case PERMISSION_NOT_ASSIGNABLE ->
          "The permission " + permission + " cannot be put into custom roles. Leave it out.";
      case MEMBER_UNKNOWN -> "There is no such member in this company.";
      case ROLE_UNKNOWN -> "There is no such role in this company.";
      case UNKNOWN_ROLE_WANTED ->
          "There is no role '" + role + "' to give. List the roles to see what there is.";
      case PERMISSION_UNKNOWN ->
          "There is no permission " + permission + ". List the matrix to see what there is.";
      case ROLE_TWICE -> "The role '" + role + "' is listed twice. List it once.";
      case TOO_MANY_ROLES -> "A member can hold " + max + " roles at most.";
      case PERIOD_INVERTED -> "The period must begin before it ends.";
      case PERIOD_OVER -> "The period is over already. Choose an end in the future.";
      case PERIOD_TOO_FAR -> "A period lies between the years 1970 and 9999.";
      case LIMIT_INVALID -> "A limit is a whole number from 0 to " + max + ".";
      case LIMIT_USELESS ->
          "The role '" + role + "' has no permission that can be limited. Leave the limit out.";
      case LIMIT_ABOVE_OWN ->
          "The role '"
              + role
              + "' would give the permission "
              + permission
              + " beyond your own limit. Set a limit that is no larger, or ask somebody without one.";
      case OWN_LIMIT_STAYS ->
          "Your own limit for the permission "
              + permission
              + " must stay. Ask somebody who has none.";
      case NAME_INVALID ->
          "A role needs a name of 1 to " + max + " characters, none of them invisible.";
      case DESCRIPTION_INVALID ->
          "A description has " + max + " characters at most, none of them control characters.";
      case RANK_INVALID -> "A rank is a whole number from 0 to " + max + ".";
      case RANK_TOO_LOW ->
          "With these permissions the rank must be at least " + details.get("min") + ".";
      case NO_PERMISSIONS -> "Choose at least one permission.";
      case NAME_TAKEN -> "There is a role of that name already. Choose another name.";
      case TOO_MANY_CUSTOM_ROLES ->
          "A company can have " + max + " custom roles at most. Delete one first.";
      case ROLE_PREDEFINED ->
          "The role '" + role + "' comes from the vendor. Duplicate it to make your own.";
      case ROLE_HELD ->
          "The role is held by "
              + details.get("count")
              + " members ("
              + details.get("holders")
              + "). Name a role to move them to with moveTo.";
      case LAST_MANAGER ->
          "Nobody would be left who can manage members without an end date. Let somebody else first.";
      case NO_SEATS ->
          "All places of this company are taken. Ask the vendor for more, or withdraw an invitation.";
      case MEMBER_BLOCKED -> "This member is blocked. Unblock the member first.";
      case MEMBER_NOT_BLOCKED -> "This member is not blocked.";
      case OWNER_PROTECTED -> "The owner cannot be blocked. Hand over the ownership first.";
      case VERSION_CONFLICT -> "It was changed by somebody else meanwhile. Read it again.";
    };
  }
}
