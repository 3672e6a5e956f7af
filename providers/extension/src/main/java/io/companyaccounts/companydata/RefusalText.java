// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Refusal;
import java.util.Map;

/** Words a refusal of the membership rules for whoever wrote the file. */
final class RefusalText {

  private RefusalText() {}

  static String of(Outcome.Refused<?> refused) {
    Map<String, String> details = refused.details();
    String max = details.getOrDefault("max", "");
    if (!(refused.reason() instanceof Refusal reason)) {
      return "The membership rules refuse it.";
    }
    return switch (reason) {
      case NAME_INVALID -> "The name must have 1 to " + max + " characters, none of them hidden.";
      case DESCRIPTION_INVALID -> "The description must not be longer than " + max + " characters.";
      case RANK_INVALID -> "The rank must be from 0 to " + max + ".";
      case RANK_TOO_LOW ->
          "The rank must be at least " + details.get("min") + ", as the permissions want it.";
      case NO_PERMISSIONS -> "The role needs at least one permission.";
      case NAME_TAKEN -> "There is another role of this name.";
      case PERMISSION_UNKNOWN -> "The realm has no such permission.";
      case PERMISSION_NOT_ASSIGNABLE ->
          "Companies may not put this permission into roles of their own.";
      case TOO_MANY_CUSTOM_ROLES -> "An organization can have " + max + " roles of its own.";
      case TOO_MANY_ROLES -> "A member can hold " + max + " roles.";
      case NO_SEATS -> "All places of the organization are taken.";
      case LAST_MANAGER ->
          "Nobody would be left who manages the members of the organization. Keep somebody.";
      default -> "The membership rules refuse it.";
    };
  }
}
