// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

/** Attributes by which the vendor describes roles in Keycloak. */
public final class RoleAttributes {

  /** All of the pack's attributes begin so. */
  public static final String PREFIX = "company.";

  /** On a realm role, {@code true}: it is a predefined company role. */
  public static final String ROLE = "company.role";

  /** On a company role: whole number, larger is higher. */
  public static final String RANK = "company.rank";

  /**
   * On a company role, whether company admins may give it; on a permission, whether custom roles.
   */
  public static final String ASSIGNABLE = "company.assignable";

  /** On one company role, {@code true}: members without a role hold it. */
  public static final String DEFAULT = "company.default";

  /** On a company role, {@code true}: externals may hold it, and only such roles. */
  public static final String EXTERNAL = "company.external";

  /** On a company role, followed by a language tag: its display name. */
  public static final String NAME_PREFIX = "company.name.";

  /** On a permission: its row in the matrix. */
  public static final String RESOURCE = "company.resource";

  /** On a permission: {@code none}, {@code read} or {@code full}. */
  public static final String LEVEL = "company.level";

  /** On a permission, {@code true}: roles can be given that have it only up to an amount. */
  public static final String LIMIT = "company.limit";

  private RoleAttributes() {}
}
