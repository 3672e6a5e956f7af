// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.membership.Reason;
import java.util.Map;

/** Why a change of the ordering password was refused. The code is stable. */
public enum OrderingRefusal implements Reason {
  UNUSABLE(
      "password_unusable",
      Kind.INVALID,
      "The password is empty, too long, or has characters that not everybody can type. Choose"
          + " another one."),
  SPACE_AT_END(
      "password_space_at_end",
      Kind.INVALID,
      "The password begins or ends with a space, which nobody would see. Leave it out."),
  TOO_SHORT("password_too_short", Kind.INVALID, "The password needs at least {min} characters."),
  TOO_WEAK("password_too_weak", Kind.INVALID, "{policy}"),
  IS_LOGIN_PASSWORD(
      "password_is_login_password",
      Kind.INVALID,
      "This is your own password. Choose one that you can tell your colleagues."),
  NOT_SET("password_not_set", Kind.CONFLICT, "The company has no ordering password to remove."),
  TOO_MANY_CHANGES(
      "too_many_changes", Kind.TOO_MANY, "It was changed very often. Go on in an hour."),
  UNKNOWN_OPERATION(
      "unknown_operation",
      Kind.INVALID,
      "'{operation}' is none of what can be confirmed here: {operations}."),
  OUT_OF_RANGE("invalid_value", Kind.INVALID, "{field} must be from {min} to {max}, or left out."),
  NOT_LOCKED("not_locked", Kind.CONFLICT, "Nothing is locked here."),
  VERSION_CONFLICT(
      "version_conflict", Kind.STALE, "It was changed by somebody else meanwhile. Read it again.");

  private final String code;
  private final Kind kind;
  private final String text;

  OrderingRefusal(String code, Kind kind, String text) {
    this.code = code;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** What it says to people; names in braces are details. */
  String text(Map<String, String> details) {
    String filled = text;
    for (Map.Entry<String, String> detail : details.entrySet()) {
      filled = filled.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return filled;
  }
}
