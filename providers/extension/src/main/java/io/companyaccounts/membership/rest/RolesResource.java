// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleDraft;
import io.companyaccounts.membership.rest.Representations.RoleRepresentation;
import io.companyaccounts.membership.rest.Requests.CopyRequest;
import io.companyaccounts.membership.rest.Requests.RoleDefinitionRequest;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles of one organization: the vendor's, and its own. */
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {

  private final OrganizationAccess access;

  RolesResource(OrganizationAccess access) {
    this.access = access;
  }

  /** All roles, highest rank first. */
  @GET
  public List<RoleRepresentation> list() {
    access.requireViewRoles();
    DisplayText texts = access.texts();
    return access.members().roles(access.organization).all().stream()
        .map(role -> RoleRepresentation.of(role, texts))
        .toList();
  }

  /** One role. */
  @GET
  @Path("{role}")
  public Response get(@PathParam("role") String role) {
    access.requireViewRoles();
    return answer(Response.Status.OK, RoleRepresentation.of(require(role), access.texts()));
  }

  /** Makes a custom role. */
  @POST
  public Response create(@Nullable InputStream body) {
    access.requireChange();
    RoleDraft draft = draft(body);
    return created(
        RoleRepresentation.of(
            access.done(access.members().createRole(access.actor(), access.organization, draft)),
            access.texts()));
  }

  /** Changes a custom role for all who hold it. */
  @PUT
  @Path("{role}")
  public Response change(@PathParam("role") String role, @Nullable InputStream body) {
    access.requireChange();
    CompanyRole present = require(role);
    RoleDraft draft = draft(body);
    return answer(
        Response.Status.OK,
        RoleRepresentation.of(
            access.done(
                access
                    .members()
                    .changeRole(
                        access.actor(),
                        access.organization,
                        present.id(),
                        draft,
                        access.ifVersion())),
            access.texts()));
  }

  /** Makes a custom role from a copy of any role; tells which permissions could not be taken. */
  @POST
  @Path("{role}/duplicate")
  public Response duplicate(@PathParam("role") String role, @Nullable InputStream body) {
    access.requireChange();
    CompanyRole source = require(role);
    String name = JsonBody.read(access.session, body, CopyRequest.class).requireName();
    PermissionCatalog permissions = access.members().permissions();
    Set<Permission> taken = new HashSet<>(source.granted());
    taken.removeIf(permission -> !permissions.assignable(permission));
    Set<Permission> leftOut = new HashSet<>(source.granted());
    leftOut.removeAll(taken);
    DisplayText texts = access.texts();
    RoleDraft draft = new RoleDraft(name, texts.of(source.description()), null, taken);
    return created(
        RoleRepresentation.of(
            access.done(access.members().createRole(access.actor(), access.organization, draft)),
            texts,
            leftOut));
  }

  /** Deletes a custom role; its holders get the role {@code moveTo} instead. */
  @DELETE
  @Path("{role}")
  public Response delete(
      @PathParam("role") String role, @QueryParam("moveTo") @Nullable String moveTo) {
    access.requireChange();
    access.done(
        access
            .members()
            .deleteRole(access.actor(), access.organization, require(role).id(), moveTo));
    return Response.noContent().build();
  }

  private RoleDraft draft(@Nullable InputStream body) {
    return JsonBody.read(access.session, body, RoleDefinitionRequest.class)
        .draft(access.members().permissions());
  }

  private CompanyRole require(String idOrName) {
    return access
        .members()
        .roles(access.organization)
        .find(idOrName)
        .orElseThrow(
            () -> Refusals.exception((Outcome.Refused<?>) Outcome.refused(Refusal.ROLE_UNKNOWN)));
  }

  private Response created(RoleRepresentation role) {
    return answer(Response.Status.CREATED, role);
  }

  private static Response answer(Response.Status status, RoleRepresentation role) {
    return Response.status(status).entity(role).header("ETag", IfMatch.tag(role.version())).build();
  }
}
