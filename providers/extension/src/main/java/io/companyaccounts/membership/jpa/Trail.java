// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** Words each change of members and roles for the activity log. */
final class Trail {

  private static final int MOST_TEXT = 1000;

  private final ActivityLog log;
  private final RealmModel realm;

  Trail(ActivityLog log, RealmModel realm) {
    this.log = log;
    this.realm = realm;
  }

  void rolesChanged(
      Actor actor,
      OrganizationModel organization,
      String userId,
      List<RoleAssignment> before,
      List<RoleAssignment> after,
      RoleCatalog catalog) {
    log.record(
        in(actor, organization, ActivityKind.ROLES_CHANGED)
            .member(userId)
            .detail(ActivityDetail.ROLES_ADDED, names(after, before, catalog))
            .detail(ActivityDetail.ROLES_REMOVED, names(before, after, catalog)));
  }

  void member(Actor actor, OrganizationModel organization, ActivityKind kind, String userId) {
    log.record(in(actor, organization, kind).member(userId));
  }

  void owner(
      Actor actor,
      OrganizationModel organization,
      ActivityKind kind,
      String userId,
      @Nullable String before) {
    log.record(
        in(actor, organization, kind).member(userId).detail(ActivityDetail.OWNER_BEFORE, before));
  }

  void role(
      Actor actor,
      OrganizationModel organization,
      ActivityKind kind,
      @Nullable CompanyRole before,
      CompanyRole after) {
    Set<Permission> old = before == null ? Set.of() : before.granted();
    log.record(
        in(actor, organization, kind)
            .subject(after.id())
            .detail(ActivityDetail.ROLE_NAME, after.name())
            .detail(
                ActivityDetail.ROLE_NAME_BEFORE,
                before == null || before.name().equals(after.name()) ? null : before.name())
            .detail(ActivityDetail.PERMISSIONS_ADDED, keys(after.granted(), old))
            .detail(ActivityDetail.PERMISSIONS_REMOVED, keys(old, after.granted())));
  }

  void roleDeleted(Actor actor, OrganizationModel organization, CompanyRole role, int moved) {
    log.record(
        in(actor, organization, ActivityKind.ROLE_DELETED)
            .subject(role.id())
            .detail(ActivityDetail.ROLE_NAME, role.name())
            .detail(ActivityDetail.COUNT, moved == 0 ? null : Integer.toString(moved)));
  }

  private Activity in(Actor actor, OrganizationModel organization, ActivityKind kind) {
    return Activity.in(realm, organization.getId(), kind, actor.trace());
  }

  private static String names(
      List<RoleAssignment> these, List<RoleAssignment> without, RoleCatalog catalog) {
    return cut(
        these.stream()
            .filter(each -> !without.contains(each))
            .map(each -> words(each, catalog))
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private static String words(RoleAssignment assignment, RoleCatalog catalog) {
    String name =
        catalog.byId(assignment.roleId()).map(CompanyRole::name).orElse(assignment.roleId());
    List<String> bounds = new ArrayList<>();
    if (assignment.from() != null || assignment.until() != null) {
      bounds.add(text(assignment.from()) + "/" + text(assignment.until()));
    }
    if (assignment.limit() != null) {
      bounds.add("up to " + assignment.limit());
    }
    return bounds.isEmpty() ? name : name + " (" + String.join(", ", bounds) + ")";
  }

  private static String text(@Nullable Instant moment) {
    return moment == null ? "" : moment.toString();
  }

  private static String keys(Collection<Permission> these, Collection<Permission> without) {
    return cut(
        these.stream()
            .filter(each -> !without.contains(each))
            .sorted()
            .map(Permission::key)
            .collect(Collectors.joining(", ")));
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
  }
}
