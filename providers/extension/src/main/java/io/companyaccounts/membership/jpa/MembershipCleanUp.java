// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.platform.RealmImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleContainerModel.RoleRemovedEvent;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Keeps our rows in step with what happens in Keycloak: people who come, leave or are deleted,
 * roles and permissions that are removed. Rows of a removed organization or realm vanish by foreign
 * key; Keycloak fires no event for those.
 */
final class MembershipCleanUp implements ProviderEventListener {

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof OrganizationMemberJoinEvent join) {
      joined(join);
    } else if (event instanceof OrganizationMemberLeaveEvent leave) {
      left(leave);
    } else if (event instanceof UserRemovedEvent removed) {
      deleted(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
    } else if (event instanceof RoleRemovedEvent removed) {
      roleGone(removed.getKeycloakSession(), removed.getRole());
    }
  }

  private static void joined(OrganizationMemberJoinEvent join) {
    KeycloakSession session = join.getSession();
    if (RealmImport.isRunning(session)) {
      return;
    }
    RealmModel realm = session.getContext().getRealm();
    record(
        session, realm, join.getOrganization().getId(), ActivityKind.MEMBER_JOINED, join.getUser());
    if (isMarked(join.getUser())) {
      new BlockedMarker(store(session, realm)).update(join.getUser());
    }
  }

  private static void left(OrganizationMemberLeaveEvent leave) {
    KeycloakSession session = leave.getSession();
    RealmModel realm = session.getContext().getRealm();
    Store store = store(session, realm);
    UserModel user = leave.getUser();
    store.members().remove(leave.getOrganization().getId(), user.getId());
    record(session, realm, leave.getOrganization().getId(), ActivityKind.MEMBER_LEFT, user);
    new BlockedMarker(store).update(user);
  }

  private static void deleted(KeycloakSession session, RealmModel realm, UserModel user) {
    Store store = store(session, realm);
    for (String orgId : store.members().organizationsOf(user.getId())) {
      store.members().remove(orgId, user.getId());
      record(session, realm, orgId, ActivityKind.MEMBER_LEFT, user);
    }
    store.standings().forget();
  }

  /**
   * A removed role takes its assignments along, a removed permission its place in custom roles.
   * When a whole realm is removed nobody is a member any more by then, so nothing is recorded.
   */
  private static void roleGone(KeycloakSession session, RoleModel role) {
    RealmModel realm =
        role.getContainer() instanceof ClientModel client
            ? client.getRealm()
            : (RealmModel) role.getContainer();
    Store store = store(session, realm);
    Map<String, Integer> held = new HashMap<>();
    Map<String, List<String>> used = Map.of();
    if (role.isClientRole()) {
      used = store.customRoles().removePermission(role.getId());
    } else {
      for (Map.Entry<String, Long> row : store.members().holdersByOrganization(role.getId())) {
        held.put(row.getKey(), row.getValue().intValue());
      }
      store.members().removeAssignmentsOf(role.getId());
    }
    used.forEach((orgId, roles) -> held.put(orgId, roles.size()));
    held.forEach((orgId, count) -> recordGone(session, realm, orgId, role, count));
    store.standings().forget();
  }

  private static void recordGone(
      KeycloakSession session, RealmModel realm, String orgId, RoleModel role, int count) {
    new ActivityLog(session)
        .record(
            Activity.in(realm, orgId, ActivityKind.ROLE_GONE, ActivityActor.system())
                .subject(role.getId())
                .detail(ActivityDetail.ROLE_NAME, role.getName())
                .detail(ActivityDetail.COUNT, Integer.toString(count)));
  }

  private static void record(
      KeycloakSession session, RealmModel realm, String orgId, ActivityKind kind, UserModel user) {
    new ActivityLog(session)
        .record(Activity.in(realm, orgId, kind, ActivityActor.system()).member(user.getId()));
  }

  private static boolean isMarked(UserModel user) {
    return user.getRequiredActionsStream().anyMatch(MembershipProvider.GATE_ACTION::equals);
  }

  private static Store store(KeycloakSession session, RealmModel realm) {
    return session.getProvider(MembershipProvider.class, JpaMembershipProviderFactory.ID)
            instanceof JpaMembershipProvider provider
        ? provider.storeOf(realm)
        : Store.of(session, realm);
  }
}
