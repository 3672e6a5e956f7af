// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.companydata.CompanyData.CustomRoleData;
import io.companyaccounts.companydata.CompanyData.HeldRoleData;
import io.companyaccounts.companydata.CompanyData.MemberData;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import io.companyaccounts.companydata.OrganizationPlan.MemberPlan;
import io.companyaccounts.companydata.OrganizationPlan.RolePlan;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in the realm what a file names in one organization, and names what is not there. */
final class PlanOrganization {

  /** Who was found in the realm by login name. */
  interface People {
    /** Id of the user; null if there is none. */
    @Nullable String idOf(String username);

    /** Members of the organization with these login names, blocked ones included. */
    List<Member> members(List<String> usernames);
  }

  private final OrganizationData data;
  private final MembershipRules rules;
  private final Actor actor;
  private final People people;
  private final ItemErrors errors;

  private final Map<String, CompanyRole> customRoles = new HashMap<>();
  private final Set<String> predefined = new HashSet<>();
  private final Map<String, Member> byUsername = new HashMap<>();

  PlanOrganization(
      OrganizationData data, MembershipRules rules, Actor actor, People people, ItemErrors errors) {
    this.data = data;
    this.rules = rules;
    this.actor = actor;
    this.people = people;
    this.errors = errors;
    for (CompanyRole role : rules.catalog().all()) {
      if (role.isCustom()) {
        customRoles.put(lower(role.name()), role);
      } else {
        predefined.add(role.name());
      }
    }
  }

  /** With errors it is not whole. */
  OrganizationPlan plan() {
    List<RolePlan> roles = data.roles().stream().map(this::role).toList();
    List<String> names =
        new ArrayList<>(data.members().stream().map(MemberData::username).toList());
    if (data.owner() != null) {
      names.add(data.owner());
    }
    people.members(names).forEach(member -> byUsername.put(member.username(), member));
    List<MemberPlan> members = new ArrayList<>();
    for (MemberData member : data.members()) {
      MemberPlan plan = member(member);
      if (plan != null) {
        members.add(plan);
      }
    }
    return new OrganizationPlan(data, roles, members, owner());
  }

  private RolePlan role(CustomRoleData role) {
    CompanyRole present = customRoles.get(lower(role.name()));
    if (permissionsFit(role)) {
      RoleDraft draft = draft(role);
      Outcome<RoleDraft> outcome =
          present == null
              ? rules.createRole(actor, draft)
              : rules.changeRole(actor, present, draft, () -> true);
      if (outcome instanceof Outcome.Refused<RoleDraft> refused) {
        errors.add(role.path(data), refused.reason().code(), RefusalText.of(refused));
      }
    }
    return new RolePlan(role, present);
  }

  static RoleDraft draft(CustomRoleData role) {
    return new RoleDraft(role.name(), role.description(), role.rank(), role.permissions().keySet());
  }

  private boolean permissionsFit(CustomRoleData role) {
    PermissionCatalog permissions = rules.permissions();
    boolean fit = true;
    for (Map.Entry<Permission, Integer> entry : role.permissions().entrySet()) {
      String path = role.path(data) + ".permissions[" + entry.getValue() + "]";
      if (!permissions.knows(entry.getKey())) {
        refuse(path, Refusal.PERMISSION_UNKNOWN);
        fit = false;
      } else if (!permissions.assignable(entry.getKey())) {
        refuse(path, Refusal.PERMISSION_NOT_ASSIGNABLE);
        fit = false;
      }
    }
    return fit;
  }

  private @Nullable MemberPlan member(MemberData member) {
    member.roles().forEach(role -> role(member, role));
    Member present = byUsername.get(lower(member.username()));
    if (present != null) {
      return new MemberPlan(member, present.userId(), present);
    }
    String userId = people.idOf(member.username());
    String path = member.path(data) + ".username";
    if (userId == null) {
      errors.add(path, "unknown_user", "The realm has no user of this login name.");
      return null;
    }
    if (member.state() == MemberState.ACTIVE) {
      errors.add(path, "not_a_member", "This user is not a member of the organization.");
      return null;
    }
    return new MemberPlan(member, userId, null);
  }

  private void role(MemberData member, HeldRoleData held) {
    boolean known =
        held.custom()
            ? customRoles.containsKey(lower(held.name()))
                || data.roles().stream().anyMatch(role -> role.name().equalsIgnoreCase(held.name()))
            : predefined.contains(held.name());
    if (!known) {
      errors.add(
          held.path(data, member),
          Refusal.UNKNOWN_ROLE_WANTED.code(),
          held.custom()
              ? "The organization has no role of this name, and the file lists none."
              : "The realm has no company role of this name.");
    }
  }

  private @Nullable String owner() {
    if (data.owner() == null) {
      return null;
    }
    String path = data.path() + ".owner";
    Member owner = byUsername.get(lower(data.owner()));
    if (owner == null) {
      boolean unknown = people.idOf(data.owner()) == null;
      errors.add(
          path,
          unknown ? "unknown_user" : "owner_not_a_member",
          unknown
              ? "The realm has no user of this login name."
              : "The owner must be a member of the organization.");
      return null;
    }
    MemberState wanted =
        data.members().stream()
            .filter(member -> member.username().equalsIgnoreCase(owner.username()))
            .map(MemberData::state)
            .findFirst()
            .orElse(owner.state());
    if (wanted == MemberState.BLOCKED) {
      errors.add(path, "owner_blocked", "The owner cannot be blocked.");
      return null;
    }
    return owner.userId();
  }

  private void refuse(String path, Refusal reason) {
    errors.add(path, reason.code(), RefusalText.of(new Outcome.Refused<>(reason, Map.of())));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
