// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import org.jspecify.annotations.Nullable;
import org.keycloak.provider.Provider;

/**
 * Adds resources to the interface of the pack, under the provider's id as path segment. Both
 * methods may answer null: then the path does not exist there.
 */
public interface CompanyResource extends Provider {

  /**
   * What is at {@code …/company/organizations/{org}/<id>}, on the side of members and of realm
   * admins alike. The caller is let into the organization, no permission is checked yet.
   */
  default @Nullable Object ofOrganization(OrganizationAccess access) {
    return null;
  }

  /** What is at {@code /realms/{realm}/company/<id>}, open to everybody. */
  default @Nullable Object ofRealm() {
    return null;
  }

  @Override
  default void close() {}
}
