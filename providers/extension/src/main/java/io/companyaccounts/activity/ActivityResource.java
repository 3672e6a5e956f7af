// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import org.jspecify.annotations.Nullable;

/** The resource types of the admin events; the names are seen by event listeners. */
enum ActivityResource {
  COMPANY_MEMBER("members"),
  COMPANY_ROLE("roles"),
  COMPANY_OWNER("owner"),
  COMPANY_INVITATION("invitations"),
  COMPANY_INVITE_LINK("invite-links"),
  COMPANY_DOMAIN("domains"),
  COMPANY_SETTINGS("invitation-settings"),
  COMPANY_ORDERING("ordering-password"),
  COMPANY_CONFIRMATION("confirmations"),
  COMPANY_SETUP("setup"),
  COMPANY_DATA("data");

  private final String segment;

  ActivityResource(String segment) {
    this.segment = segment;
  }

  /** Where it is, relative to the realm's resources of the pack. */
  String path(@Nullable String organizationId, @Nullable String id) {
    StringBuilder path = new StringBuilder("company/");
    if (organizationId != null) {
      path.append("organizations/").append(organizationId).append('/');
    }
    path.append(segment);
    if (id != null) {
      path.append('/').append(id);
    }
    return path.toString();
  }
}
