// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.activity.ActivityFilter;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.rest.Representations.ActivityPageRepresentation;
import io.companyaccounts.platform.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

/** One organization, as members and realm admins share it. */
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationResource {

  final OrganizationAccess access;

  OrganizationResource(OrganizationAccess access) {
    this.access = access;
  }

  /** The members. */
  @Path("members")
  public MembersResource members() {
    return new MembersResource(access);
  }

  /** The roles. */
  @Path("roles")
  public RolesResource roles() {
    return new RolesResource(access);
  }

  /** What each role permits. */
  @GET
  @Path("matrix")
  public MatrixRepresentation matrix() {
    access.requireViewRoles();
    return MatrixRepresentation.of(
        access.members().roles(access.organization),
        access.members().permissions(),
        access.texts());
  }

  /** What happened, newest first. */
  @GET
  @Path("activity")
  public ActivityPageRepresentation activity() {
    access.requireView(Permission.ACTIVITY_VIEW);
    MultivaluedMap<String, String> query =
        access.session.getContext().getUri().getQueryParameters();
    return ActivityPageRepresentation.of(
        new ActivityLog(access.session)
            .find(
                access.session.getContext().getRealm(),
                access.organization.getId(),
                ActivityFilter.read(query),
                query.getFirst("cursor"),
                PageRequest.readMax(query)));
  }

  /** What other features add. */
  @Path("{feature}")
  public Object feature(@PathParam("feature") String id) {
    CompanyResource feature = access.session.getProvider(CompanyResource.class, id);
    Object resource = feature == null ? null : feature.ofOrganization(access);
    if (resource == null) {
      throw new NotFoundException();
    }
    return resource;
  }
}
