// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

/** The fixed names of details, in activity rows and in admin events alike. */
public enum ActivityDetail {
  /** Names of roles a member got, separated by comma and space. */
  ROLES_ADDED("roles_added"),
  /** Names of roles a member lost, separated by comma and space. */
  ROLES_REMOVED("roles_removed"),
  /** Name of the role it is about. */
  ROLE_NAME("role_name"),
  /** The name a role had before. */
  ROLE_NAME_BEFORE("role_name_before"),
  /** Permissions a role got, {@code client:permission}, separated by comma and space. */
  PERMISSIONS_ADDED("permissions_added"),
  /** Permissions a role lost, {@code client:permission}, separated by comma and space. */
  PERMISSIONS_REMOVED("permissions_removed"),
  /** Since when an assignment holds, ISO time. */
  FROM("from"),
  /** Until when it holds, ISO time. */
  UNTIL("until"),
  /** Id of the user who was the owner before. */
  OWNER_BEFORE("owner_before"),
  /** The way a member came or left, a stable code. */
  WAY("way"),
  /** Name of the invite link it is about. */
  LINK_NAME("link_name"),
  /** How many things it was about. */
  COUNT("count"),
  /** Client id of the application that wanted it. */
  CLIENT("client"),
  /** What is to be done, the name of a permission or a word of the application. */
  OPERATION("operation"),
  /** To what it is to be done, as the application names it. */
  REFERENCE("reference"),
  /** How it was confirmed, a stable word. */
  METHOD("method"),
  /** What was tried, the name of a kind or a stable code. */
  ACTION("action"),
  /** Why it was refused, a stable code. */
  REASON("reason");

  private final String wireName;

  ActivityDetail(String wireName) {
    this.wireName = wireName;
  }

  /** The name in JSON and in events. */
  public String wireName() {
    return wireName;
  }
}
