// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Control and invisible characters and halves of pairs. */
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  /** The one use of an invisible character that people see: two emoji become one. */
  private static final Pattern JOINED = Pattern.compile("([\\p{So}\\p{Sk}\\uFE0F])\\u200D");

  private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");
  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
  private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

  private final RoleCatalog catalog;
  private final PermissionCatalog permissions;
  private final RankRule rankRule;

  DefineRole(RoleCatalog catalog, PermissionCatalog permissions, RankRule rankRule) {
    this.catalog = catalog;
    this.permissions = permissions;
    this.rankRule = rankRule;
  }

  /** Decides on a new role. The draft that comes back has its texts tidied and its rank set. */
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
        .then(fit -> limitsStay(actor, role, fit))
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
    String name = oneLook(draft.name());
    if (length(name) > MAX_NAME
        || HIDDEN.matcher(JOINED.matcher(name).replaceAll("$1")).find()
        || !VISIBLE.matcher(name).find()) {
      return Outcome.refused(Refusal.NAME_INVALID, "max", Integer.toString(MAX_NAME));
    }
    String text = draft.description() == null ? "" : draft.description().strip();
    if (length(text) > MAX_DESCRIPTION || UNSTORABLE.matcher(text).find()) {
      return Outcome.refused(Refusal.DESCRIPTION_INVALID, "max", Integer.toString(MAX_DESCRIPTION));
    }
    boolean taken =
        catalog.all().stream()
            .filter(role -> self == null || !role.id().equals(self.id()))
            .anyMatch(role -> isCalled(role, name));
    if (taken) {
      return Outcome.refused(Refusal.NAME_TAKEN, "name", name);
    }
    String description = text.isEmpty() ? null : text;
    return Outcome.done(new RoleDraft(name, description, draft.rank(), draft.permissions()));
  }

  /** What looks the same is the same: composed letters, one kind of space, none at the ends. */
  private static String oneLook(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll(" ").strip();
  }

  /** A custom role must not pass for one of the vendor's, in whatever language that is shown. */
  private static boolean isCalled(CompanyRole role, String name) {
    return Stream.concat(Stream.of(role.name()), role.names().values().stream())
        .anyMatch(each -> oneLook(each).equalsIgnoreCase(name));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
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
    boolean bound = actor.isMember() && !actor.owner();
    int lowest = 0;
    int fitting = 0;
    for (Permission permission : permissions.expand(draft.permissions())) {
      OptionalInt rank = catalog.rankOf(permission);
      if (bound && (rank.isEmpty() || !actor.reaches(rank.getAsInt(), rankRule))) {
        return Outcome.refused(Refusal.PERMISSION_ABOVE_RANK, "permission", permission.key());
      }
      OptionalInt floor = catalog.lowestRankWith(permission);
      lowest = Math.max(lowest, floor.orElse(0));
      fitting = Math.max(fitting, floor.orElseGet(catalog::highestRank));
    }
    int rank = draft.rank() == null ? fitting : draft.rank();
    if (rank < 0 || rank > MAX_RANK) {
      return Outcome.refused(Refusal.RANK_INVALID, "max", Integer.toString(MAX_RANK));
    }
    if (rank < lowest) {
      return Outcome.refused(Refusal.RANK_TOO_LOW, "min", Integer.toString(lowest));
    }
    if (!actor.reaches(rank, rankRule)) {
      return Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", draft.name());
    }
    if (!actor.reachesForGood(rank, rankRule)) {
      return Outcome.refused(Refusal.RANK_ONLY_LENT, "role", draft.name());
    }
    return Outcome.done(
        new RoleDraft(draft.name(), draft.description(), rank, draft.permissions()));
  }

  /**
   * Those who hold the role may hold it without a limit, the actor among them; and without the
   * permission nothing would be left of the actor's own limit.
   */
  private Outcome<RoleDraft> limitsStay(Actor actor, CompanyRole role, RoleDraft draft) {
    Set<Permission> after = permissions.expand(draft.permissions());
    for (Permission each : new TreeSet<>(actor.limits().ever())) {
      if (after.contains(each) && !role.permits(each)) {
        return KeepToLimits.above(actor, draft.name(), each);
      }
      if (!after.contains(each) && role.permits(each)) {
        return Outcome.refused(Refusal.OWN_LIMIT_STAYS, "permission", each.key());
      }
    }
    return Outcome.done(draft);
  }

  /** Whether the actor may delete or change this role at all. */
  Outcome<CompanyRole> touch(Actor actor, CompanyRole role) {
    return mayTouch(actor, role, role);
  }
}
