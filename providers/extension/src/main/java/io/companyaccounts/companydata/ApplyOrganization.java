// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.companydata.CompanyData.CustomRoleData;
import io.companyaccounts.companydata.CompanyData.HeldRoleData;
import io.companyaccounts.companydata.CompanyData.MemberData;
import io.companyaccounts.companydata.OrganizationPlan.MemberPlan;
import io.companyaccounts.companydata.OrganizationPlan.RolePlan;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.OrganizationModel;

/**
 * Makes what a plan wants and is not so already. The order lets every valid final state be reached:
 * first what gives people something to do, last what takes it away.
 */
final class ApplyOrganization {

  private final MembershipProvider members;
  private final Actor actor;
  private final OrganizationPlan plan;
  private final OrganizationModel organization;
  private final ItemErrors errors;

  private final Map<String, String> roleIds = new HashMap<>();
  private int rolesCreated;
  private int rolesChanged;
  private int membersChanged;
  private int blocked;
  private int unblocked;
  private boolean ownerChanged;

  ApplyOrganization(
      MembershipProvider members,
      Actor actor,
      OrganizationModel organization,
      OrganizationPlan plan,
      ItemErrors errors) {
    this.members = members;
    this.actor = actor;
    this.plan = plan;
    this.organization = organization;
    this.errors = errors;
  }

  ImportedOrganization apply() {
    boolean managedBefore = isManaged();
    createRoles();
    letIn();
    giveRoles();
    nameOwner();
    changeRoles();
    clearOwner();
    shutOut();
    if (managedBefore && errors.isEmpty() && !isManaged()) {
      refused(plan.data().path(), Refusal.LAST_MANAGER);
    }
    return new ImportedOrganization(
        plan.data().alias(),
        rolesCreated,
        rolesChanged,
        membersChanged,
        blocked,
        unblocked,
        ownerChanged);
  }

  private void createRoles() {
    for (RolePlan role : plan.roles()) {
      if (role.present() == null) {
        rolesCreated +=
            done(
                members.createRole(actor, organization, PlanOrganization.draft(role.data())),
                role.data().path(plan.data()));
      }
    }
    RoleCatalog catalog = members.roles(organization);
    catalog.all().forEach(role -> roleIds.put(key(role.isCustom(), role.name()), role.id()));
  }

  private void letIn() {
    for (MemberPlan member : plan.members()) {
      Member present = member.present();
      if (present != null
          && present.state() == MemberState.BLOCKED
          && member.data().state() == MemberState.ACTIVE) {
        unblocked +=
            done(members.unblock(actor, organization, member.userId()), path(member.data()));
      }
    }
  }

  /** Whoever is blocked keeps roles for the return, so they are set for everybody. */
  private void giveRoles() {
    Map<String, List<RoleAssignment>> changed = new LinkedHashMap<>();
    Map<String, String> paths = new HashMap<>();
    for (MemberPlan member : plan.members()) {
      if (member.present() == null) {
        blocked += done(members.keepOut(actor, organization, member.userId()), path(member.data()));
      }
      List<RoleAssignment> wanted = wanted(member.data());
      if (member.data().external()) {
        membersChanged += makeExternal(member, wanted);
        continue;
      }
      if (isExternal(member)) {
        membersChanged +=
            done(members.makeOrdinary(actor, organization, member.userId()), path(member.data()));
      }
      if (!held(member).equals(new HashSet<>(wanted))) {
        changed.put(member.userId(), wanted);
        paths.put(member.userId(), path(member.data()));
      }
    }
    Map<String, Outcome.Refused<Member>> refused =
        changed.isEmpty() ? Map.of() : members.changeRolesOfMany(actor, organization, changed);
    membersChanged += changed.size() - refused.size();
    refused.forEach((userId, refusal) -> done(refusal, paths.getOrDefault(userId, "")));
  }

  private int makeExternal(MemberPlan member, List<RoleAssignment> wanted) {
    return isExternal(member) && held(member).equals(new HashSet<>(wanted))
        ? 0
        : done(
            members.makeExternal(actor, organization, member.userId(), wanted),
            path(member.data()));
  }

  private static boolean isExternal(MemberPlan member) {
    Member present = member.present();
    return present != null && present.notes().external();
  }

  private List<RoleAssignment> wanted(MemberData member) {
    return member.roles().stream()
        .map(role -> Optional.ofNullable(roleIds.get(key(role))).map(id -> assignment(role, id)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static RoleAssignment assignment(HeldRoleData role, String id) {
    return new RoleAssignment(id, role.from(), role.until(), role.limit());
  }

  private static Set<RoleAssignment> held(MemberPlan member) {
    Member present = member.present();
    return present == null
        ? Set.of()
        : present.roles().stream()
            .filter(role -> !role.byDefault())
            .map(Member.HeldRole::assignment)
            .collect(Collectors.toSet());
  }

  private void nameOwner() {
    String wanted = plan.owner();
    if (wanted != null && !members.owner(organization).equals(Optional.of(wanted))) {
      ownerChanged =
          done(members.nameOwner(actor, organization, wanted), plan.data().path() + ".owner") > 0;
    }
  }

  /** Roles that let people manage come first: another role may be about to lose that. */
  private void changeRoles() {
    plan.roles().stream()
        .filter(role -> role.present() != null && differs(role.data(), role.present()))
        .sorted(
            Comparator.comparing(
                role -> !role.data().permissions().containsKey(Permission.MEMBERS_MANAGE)))
        .forEach(
            role ->
                rolesChanged +=
                    done(
                        members.changeRole(
                            actor,
                            organization,
                            Objects.requireNonNull(role.present()).id(),
                            PlanOrganization.draft(role.data()),
                            null),
                        role.data().path(plan.data())));
  }

  static boolean differs(CustomRoleData wanted, CompanyRole present) {
    return !wanted.name().equals(present.name())
        || !Objects.equals(wanted.description(), present.description())
        || (wanted.rank() != null && wanted.rank() != present.rank())
        || !wanted.permissions().keySet().equals(present.granted());
  }

  private void clearOwner() {
    if (plan.data().owner() == null && members.owner(organization).isPresent()) {
      ownerChanged =
          done(members.clearOwner(actor, organization), plan.data().path() + ".owner") > 0;
    }
  }

  private void shutOut() {
    for (MemberPlan member : plan.members()) {
      Member present = member.present();
      if (present != null
          && present.state() == MemberState.ACTIVE
          && member.data().state() == MemberState.BLOCKED) {
        blocked +=
            done(members.block(actor, organization, member.userId(), null), path(member.data()));
      }
    }
  }

  private boolean isManaged() {
    return members.owner(organization).isPresent()
        || members
            .roles(organization)
            .byDefault()
            .filter(role -> role.permits(Permission.MEMBERS_MANAGE))
            .isPresent()
        || !members.membersWho(organization, Set.of(Permission.MEMBERS_MANAGE), 1).isEmpty();
  }

  private int done(Outcome<?> outcome, String path) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      errors.add(path, refused.reason().code(), RefusalText.of(refused));
      return 0;
    }
    return 1;
  }

  private void refused(String path, Refusal reason) {
    errors.add(path, reason.code(), RefusalText.of(new Outcome.Refused<>(reason, Map.of())));
  }

  private String path(MemberData member) {
    return member.path(plan.data());
  }

  private static String key(HeldRoleData role) {
    return key(role.custom(), role.name());
  }

  private static String key(boolean custom, String name) {
    return custom ? "custom " + name.toLowerCase(Locale.ROOT) : "role " + name;
  }
}
