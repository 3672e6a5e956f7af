// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.rest.Representations.MemberRepresentation;
import io.companyaccounts.membership.rest.Requests.OwnerRequest;
import io.companyaccounts.platform.JsonBody;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One organization for realm admins: they also name the owner. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminOrganizationResource extends OrganizationResource {

  AdminOrganizationResource(OrganizationAccess access) {
    super(access);
  }

  /** Names the owner. */
  @PUT
  @Path("owner")
  public MemberRepresentation nameOwner(@Nullable InputStream body) {
    access.requireChange();
    String user = JsonBody.read(access.session, body, OwnerRequest.class).requireUser();
    access.requireChangeOf(user);
    return MemberRepresentation.of(
        access.done(access.members().nameOwner(access.actor(), access.organization, user)));
  }

  /** Leaves the company without an owner. */
  @DELETE
  @Path("owner")
  public Response clearOwner() {
    access.requireChange();
    access.members().owner(access.organization).ifPresent(access::requireChangeOf);
    access.done(access.members().clearOwner(access.actor(), access.organization));
    return Response.noContent().build();
  }
}
