// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.platform.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The data of companies as a file, for whoever may see all organizations and all users. */
public final class ExportResource {

  private final KeycloakSession session;
  private final AdminPermissionEvaluator auth;

  public ExportResource(KeycloakSession session, AdminPermissionEvaluator auth) {
    this.session = session;
    this.auth = auth;
  }

  /**
   * @param organization id or alias of one; null: all that something is stored about
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response export(@QueryParam("organization") @Nullable String organization) {
    auth.realm().requireViewRealm();
    auth.orgs().requireView();
    auth.users().requireView();
    ExportCompanies export = new ExportCompanies(session);
    byte[] json = organization == null ? export.all() : export.one(find(organization));
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }

  private OrganizationModel find(String idOrAlias) {
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    OrganizationModel byId = organizations.getById(idOrAlias);
    OrganizationModel found = byId == null ? organizations.getByAlias(idOrAlias) : byId;
    if (found == null) {
      throw ApiException.notFound(
          "organization_not_found", "There is no organization of this id or alias.");
    }
    return found;
  }
}
