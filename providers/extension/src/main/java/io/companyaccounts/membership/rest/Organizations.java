// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.RequestText;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Finds the organization of a path. */
final class Organizations {

  private Organizations() {}

  /**
   * @param idOrAlias id, or else alias, of an organization of the context's realm
   * @throws ApiException 404 {@code organization_not_found}
   */
  static OrganizationModel require(KeycloakSession session, String idOrAlias) {
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    if (!RequestText.isStorable(idOrAlias) || !organizations.isEnabled()) {
      throw notFound();
    }
    @Nullable OrganizationModel found = organizations.getById(idOrAlias);
    if (found == null) {
      found = organizations.getByAlias(idOrAlias);
    }
    if (found == null) {
      throw notFound();
    }
    return found;
  }

  static ApiException notFound() {
    return ApiException.notFound(
        "organization_not_found", "There is no such company, or you are no member of it.");
  }
}
