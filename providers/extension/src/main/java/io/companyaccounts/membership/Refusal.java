// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

/** Why a change of members or roles was refused. The code is stable and part of the interface. */
public enum Refusal implements Reason {
  NOT_PERMITTED("not_permitted", Kind.FORBIDDEN),
  MEMBER_ABOVE_RANK("member_above_rank", Kind.FORBIDDEN),
  ROLE_ABOVE_RANK("role_above_rank", Kind.FORBIDDEN),
  ROLE_NOT_ASSIGNABLE("role_not_assignable", Kind.FORBIDDEN),
  ROLE_NOT_FOR_EXTERNALS("role_not_for_externals", Kind.CONFLICT),
  /** An external has no say over the company. */
  MEMBER_EXTERNAL("member_external", Kind.CONFLICT),
  RANK_ONLY_LENT("rank_only_lent", Kind.FORBIDDEN),
  PERMISSION_ABOVE_RANK("permission_above_rank", Kind.FORBIDDEN),
  PERMISSION_NOT_ASSIGNABLE("permission_not_assignable", Kind.FORBIDDEN),
  MEMBER_UNKNOWN("member_not_found", Kind.NOT_FOUND),
  ROLE_UNKNOWN("role_not_found", Kind.NOT_FOUND),
  UNKNOWN_ROLE_WANTED("unknown_role", Kind.INVALID),
  PERMISSION_UNKNOWN("unknown_permission", Kind.INVALID),
  ROLE_TWICE("role_twice", Kind.INVALID),
  TOO_MANY_ROLES("too_many_roles", Kind.INVALID),
  PERIOD_INVERTED("period_inverted", Kind.INVALID),
  PERIOD_OVER("period_over", Kind.INVALID),
  PERIOD_TOO_FAR("period_too_far", Kind.INVALID),
  LIMIT_INVALID("invalid_limit", Kind.INVALID),
  LIMIT_USELESS("limit_useless", Kind.INVALID),
  LIMIT_ABOVE_OWN("limit_above_own", Kind.FORBIDDEN),
  /** Whoever got rid of the own limit could give oneself the same without one. */
  OWN_LIMIT_STAYS("own_limit_stays", Kind.FORBIDDEN),
  NAME_INVALID("invalid_name", Kind.INVALID),
  DESCRIPTION_INVALID("invalid_description", Kind.INVALID),
  RANK_INVALID("invalid_rank", Kind.INVALID),
  RANK_TOO_LOW("rank_below_permissions", Kind.INVALID),
  NO_PERMISSIONS("no_permissions", Kind.INVALID),
  NAME_TAKEN("name_taken", Kind.CONFLICT),
  TOO_MANY_CUSTOM_ROLES("too_many_custom_roles", Kind.CONFLICT),
  ROLE_PREDEFINED("role_predefined", Kind.CONFLICT),
  ROLE_HELD("role_held", Kind.CONFLICT),
  LAST_MANAGER("last_manager", Kind.CONFLICT),
  NO_SEATS("no_seats", Kind.CONFLICT),
  MEMBER_BLOCKED("member_blocked", Kind.CONFLICT),
  MEMBER_NOT_BLOCKED("member_not_blocked", Kind.CONFLICT),
  OWNER_PROTECTED("owner_protected", Kind.CONFLICT),
  VERSION_CONFLICT("version_conflict", Kind.STALE);

  private final String code;
  private final Kind kind;

  Refusal(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
