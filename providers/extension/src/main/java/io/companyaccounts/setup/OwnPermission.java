// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permission of the pack itself, as set-up describes it in Keycloak.
 *
 * @param description message key of the text
 * @param intoCustomRoles whether companies may put it into roles of their own; never so for those
 *     that let people manage people
 */
record OwnPermission(
    String name,
    String description,
    String resource,
    @Nullable String level,
    boolean intoCustomRoles) {

  static final List<OwnPermission> ALL =
      List.of(
          of("members.view", "MembersView", "members", "read", true),
          of("members.invite", "MembersInvite", "members", null, false),
          of("members.manage", "MembersManage", "members", "full", false),
          of("roles.assign", "RolesAssign", "roles", null, false),
          of("roles.define", "RolesDefine", "roles", "full", false),
          of("settings.manage", "SettingsManage", "settings", null, false),
          of("ordering.manage", "OrderingManage", "ordering", null, false),
          of("activity.view", "ActivityView", "activity", null, true),
          of("requests.decide", "RequestsDecide", "requests", null, false));

  private static OwnPermission of(
      String name, String key, String resource, @Nullable String level, boolean intoCustomRoles) {
    return new OwnPermission(name, "${companyPerm" + key + "}", resource, level, intoCustomRoles);
  }
}
