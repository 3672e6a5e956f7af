// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody may make or change a custom role. Nobody puts a permission into a custom
 * role that could not be handed out through a predefined role of the own reach, so that custom
 * roles open no way up.
 */
final class DefineRole {

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 500;
  static final int MAX_RANK = 1_000_000;
  static final int MAX_ROLES_PER_ORGANIZATION = 100;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200D]]");

  private final RoleCatalog catalog;
  private final PermissionCatalog permissions;
  private final RankRule rankRule;

  DefineRole(RoleCatalog catalog, PermissionCatalog permissions, RankRule rankRule) {
    this.catalog = catalog;
    this.permissions = permissions;
    this.rankRule = rankRule;
  }

  /** Decides on a new role. The draft that comes back has its name trimmed and its rank set. */
  Outcome<RoleDraft> create(Actor actor, RoleDraft draft) {
    if (!actor.may(Permission.ROLES_DEFINE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.ROLES_DEFINE.key());
    }
    long customs = catalog.all().stream().filter(CompanyRole::isCustom).count();
    if (customs >= MAX_ROLES_PER_ORGANIZATION) {
      return Outcome.refused(
          Refusal.TOO_MANY_CUSTOM_ROLES, "max", Integer.toString(MAX_ROLES_PER_ORGANIZATION));
    }
    return texts(draft, null).then(this::allKnown).then(fit -> ranked(actor, fit));
  }

  /**
   * Decides on a change of an existing role.
   *
   * @param othersManage whether somebody manages members lastingly without this role; asked only if
   *     it matters
   */
  Outcome<RoleDraft> change(
      Actor actor, CompanyRole role, RoleDraft draft, BooleanSupplier othersManage) {
    Outcome<RoleDraft> mine = mayTouch(actor, role, draft);
    return mine.then(fit -> texts(fit, role))
        .then(this::allKnown)
        .then(fit -> ranked(actor, fit))
        .then(
            fit ->
                role.permits(Permission.MEMBERS_MANAGE)
                        && !permissions
                            .expand(fit.permissions())
                            .contains(Permission.MEMBERS_MANAGE)
                        && !othersManage.getAsBoolean()
                    ? Outcome.refused(Refusal.LAST_MANAGER)
                    : Outcome.done(fit));
  }

  private <T> Outcome<T> mayTouch(Actor actor, CompanyRole role, T value) {
    if (!actor.may(Permission.ROLES_DEFINE)) {
      return Outcome.refused(Refusal.NOT_PERMITTED, "permission", Permission.ROLES_DEFINE.key());
    }
    if (!role.isCustom()) {
      return Outcome.refused(Refusal.ROLE_PREDEFINED, "role", role.name());
    }
    if (!actor.reaches(role.rank(), rankRule)) {
      return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", role.name());
    }
    return Outcome.done(value);
  }

  private Outcome<RoleDraft> texts(RoleDraft draft, @Nullable CompanyRole self) {
    String name = draft.name().strip();
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > MAX_NAME || CONTROL.matcher(name).find()) {
      return Outcome.refused(Refusal.NAME_INVALID, "max", Integer.toString(MAX_NAME));
    }
    String description = draft.description();
    if (description != null
        && description.codePointCount(0, description.length()) > MAX_DESCRIPTION) {
      return Outcome.refused(Refusal.DESCRIPTION_INVALID, "max", Integer.toString(MAX_DESCRIPTION));
    }
    boolean taken =
        catalog.all().stream()
            .filter(role -> self == null || !role.id().equals(self.id()))
            .anyMatch(role -> role.name().equalsIgnoreCase(name));
    if (taken) {
      return Outcome.refused(Refusal.NAME_TAKEN, "name", name);
    }
    return Outcome.done(new RoleDraft(name, description, draft.rank(), draft.permissions()));
  }

  private Outcome<RoleDraft> allKnown(RoleDraft draft) {
    if (draft.permissions().isEmpty()) {
      return Outcome.refused(Refusal.NO_PERMISSIONS);
    }
    for (Permission permission : draft.permissions()) {
      if (!permissions.knows(permission)) {
        return Outcome.refused(Refusal.PERMISSION_UNKNOWN, "permission", permission.key());
      }
    }
    for (Permission permission : draft.permissions()) {
      if (!permissions.assignable(permission)) {
        return Outcome.refused(Refusal.PERMISSION_NOT_ASSIGNABLE, "permission", permission.key());
      }
    }
    return Outcome.done(draft);
  }

  /** What comes along as included counts as much as what is named. */
  private Outcome<RoleDraft> ranked(Actor actor, RoleDraft draft) {
    int lowest = 0;
    for (Permission permission : permissions.expand(draft.permissions())) {
      OptionalInt rank = catalog.rankOf(permission);
      boolean bound = actor.isMember() && !actor.owner();
      if (bound && (rank.isEmpty() || !actor.reaches(rank.getAsInt(), rankRule))) {
        return Outcome.refused(Refusal.PERMISSION_ABOVE_RANK, "permission", permission.key());
      }
      lowest = Math.max(lowest, rank.orElse(0));
    }
    int rank = draft.rank() == null ? lowest : draft.rank();
    if (rank < 0 || rank > MAX_RANK) {
      return Outcome.refused(Refusal.RANK_INVALID, "max", Integer.toString(MAX_RANK));
    }
    if (rank < lowest) {
      return Outcome.refused(Refusal.RANK_TOO_LOW, "min", Integer.toString(lowest));
    }
    if (!actor.reaches(rank, rankRule)) {
      return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", draft.name());
    }
    return Outcome.done(
        new RoleDraft(draft.name(), draft.description(), rank, draft.permissions()));
  }

  /** Whether the actor may delete or change this role at all. */
  Outcome<CompanyRole> touch(Actor actor, CompanyRole role) {
    return mayTouch(actor, role, role);
  }
}
