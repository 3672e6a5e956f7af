// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.companydata.ExportResource;
import io.companyaccounts.companydata.ImportResource;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.setup.CheckResource;
import io.companyaccounts.setup.SetupResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/company}: for realm admins. */
public final class AdminResource {

  private final KeycloakSession session;
  private final AdminPermissionEvaluator auth;

  AdminResource(KeycloakSession session, AdminPermissionEvaluator auth) {
    this.session = session;
    this.auth = auth;
  }

  /** Set-up of the realm, and its undo. */
  @Path("setup")
  public SetupResource setup() {
    return new SetupResource(session, auth);
  }

  /** What is missing or odd in the realm. */
  @Path("check")
  public CheckResource check() {
    return new CheckResource(session, auth);
  }

  /** The data of companies as a file. */
  @Path("export")
  public ExportResource export() {
    return new ExportResource(session, auth);
  }

  /** The same file, read in. */
  @Path("import")
  public ImportResource importData() {
    return new ImportResource(session, auth);
  }

  /** One organization. What an admin may not see answers like what does not exist. */
  @Path("organizations/{org}")
  public AdminOrganizationResource organization(@PathParam("org") String idOrAlias) {
    auth.orgs().requireQuery();
    OrganizationModel organization = Organizations.require(session, idOrAlias);
    if (!auth.orgs().canView(organization)) {
      throw ApiException.notFound(
          "organization_not_found", "There is no such company, or you may not see it.");
    }
    return new AdminOrganizationResource(new AdminAccess(session, organization, auth));
  }
}
