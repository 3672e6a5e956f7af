// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Words what happens to invitations for the activity log. */
record InvitationTrail(KeycloakSession session, RealmModel realm, String orgId) {

  /** Never names the address: it stays with the invitation. */
  void invitation(
      ActivityActor actor, ActivityKind kind, InvitationEntity row, @Nullable String member) {
    new ActivityLog(session)
        .record(Activity.in(realm, orgId, kind, actor).subject(row.id).member(member));
  }

  void rolesChanged(
      ActivityActor actor,
      InvitationEntity row,
      Collection<RoleAssignment> before,
      Collection<RoleAssignment> after,
      RoleCatalog catalog) {
    new ActivityLog(session)
        .record(
            Activity.in(realm, orgId, ActivityKind.INVITATION_CHANGED, actor)
                .subject(row.id)
                .detail(ActivityDetail.ROLES_ADDED, names(after, before, catalog))
                .detail(ActivityDetail.ROLES_REMOVED, names(before, after, catalog)));
  }

  void link(ActivityActor actor, ActivityKind kind, InviteLinkEntity row) {
    new ActivityLog(session)
        .record(
            Activity.in(realm, orgId, kind, actor)
                .subject(row.id)
                .detail(ActivityDetail.LINK_NAME, row.name));
  }

  void settings(ActivityActor actor) {
    new ActivityLog(session)
        .record(Activity.in(realm, orgId, ActivityKind.INVITATION_SETTINGS_CHANGED, actor));
  }

  private static String names(
      Collection<RoleAssignment> these, Collection<RoleAssignment> without, RoleCatalog catalog) {
    return these.stream()
        .filter(each -> !without.contains(each))
        .map(each -> words(each, catalog))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(RoleAssignment role, RoleCatalog catalog) {
    String name = catalog.byId(role.roleId()).map(CompanyRole::name).orElse(role.roleId());
    return role.limit() == null ? name : name + " (up to " + role.limit() + ")";
  }
}
