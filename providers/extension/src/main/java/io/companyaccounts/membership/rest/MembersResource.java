// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberQuery;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.membership.rest.Representations.MemberPageRepresentation;
import io.companyaccounts.membership.rest.Representations.MemberRepresentation;
import io.companyaccounts.membership.rest.Requests.RoleRequest;
import io.companyaccounts.membership.rest.Requests.RolesRequest;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.PageRequest;
import io.companyaccounts.platform.RequestText;
import io.companyaccounts.platform.SortOrder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members of one organization. */
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {

  private static final List<String> SORTS = List.of("username", "name", "email");
  private static final int MOST_SEARCH = 255;

  private final OrganizationAccess access;

  MembersResource(OrganizationAccess access) {
    this.access = access;
  }

  /** One page of members. */
  @GET
  public MemberPageRepresentation list() {
    access.requireView(Permission.MEMBERS_VIEW);
    MultivaluedMap<String, String> parameters =
        access.session.getContext().getUri().getQueryParameters();
    MemberQuery query = query(parameters);
    return MemberPageRepresentation.of(query.first(), query.max(), access.lister().list(query));
  }

  private MemberQuery query(MultivaluedMap<String, String> parameters) {
    PageRequest page = PageRequest.read(parameters);
    SortOrder sort = SortOrder.read(parameters.getFirst("sort"), SORTS);
    String role = RequestText.read(parameters, "role", MOST_SEARCH);
    return new MemberQuery(
        RequestText.read(parameters, "search", MOST_SEARCH),
        role == null ? null : roleId(role),
        state(RequestText.read(parameters, "state", 16)),
        MemberQuery.Sort.valueOf(sort.key().toUpperCase(Locale.ROOT)),
        sort.descending(),
        page.first(),
        page.max());
  }

  /** A predefined role needs no further read. */
  private String roleId(String idOrName) {
    return access
        .members()
        .predefinedRoles()
        .find(idOrName)
        .or(() -> access.members().roles(access.organization).find(idOrName))
        .map(role -> role.id())
        .orElseThrow(() -> ApiException.invalidValue("role", "there is no such role."));
  }

  private static @Nullable MemberState state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (MemberState state : MemberState.values()) {
      if (state.name().equalsIgnoreCase(text)) {
        return state;
      }
    }
    throw ApiException.invalidValue("state", "must be ACTIVE or BLOCKED.");
  }

  /** One member. */
  @GET
  @Path("{user}")
  public Response get(@PathParam("user") String userId) {
    access.requireViewOf(userId);
    return answer(
        access
            .members()
            .member(access.organization, userId)
            .orElseThrow(MembersResource::notFound));
  }

  /** Gives a member exactly these roles. */
  @PUT
  @Path("{user}/roles")
  public Response setRoles(@PathParam("user") String userId, @Nullable InputStream body) {
    access.requireChangeOf(userId);
    RolesRequest request = JsonBody.read(access.session, body, RolesRequest.class);
    return change(userId, request.assignments(roles()), null);
  }

  /** Gives a member one more role, or another period for one already held. */
  @POST
  @Path("{user}/roles")
  public Response addRole(@PathParam("user") String userId, @Nullable InputStream body) {
    access.requireChangeOf(userId);
    RoleAssignment added =
        JsonBody.read(access.session, body, RoleRequest.class).assignment(roles());
    Standing present = standing(userId);
    List<RoleAssignment> wanted = new ArrayList<>(present.assignments());
    wanted.removeIf(each -> each.roleId().equals(added.roleId()));
    wanted.add(added);
    return change(userId, wanted, present.version());
  }

  /** Takes one role from a member. */
  @DELETE
  @Path("{user}/roles/{role}")
  public Response removeRole(@PathParam("user") String userId, @PathParam("role") String role) {
    access.requireChangeOf(userId);
    Standing present = standing(userId);
    List<RoleAssignment> wanted = new ArrayList<>(present.assignments());
    String roleId = roles().find(role).map(found -> found.id()).orElse(role);
    if (!wanted.removeIf(each -> each.roleId().equals(roleId))) {
      return access.done(Outcome.refused(Refusal.ROLE_UNKNOWN));
    }
    return change(userId, wanted, present.version());
  }

  /**
   * @param read the version on which the list is built, so that it overwrites no other change; null
   *     if the caller gave the whole list
   */
  private Response change(String userId, List<RoleAssignment> wanted, @Nullable Integer read) {
    Integer asked = access.ifVersion();
    return answer(
        access.done(
            access
                .members()
                .changeRoles(
                    access.actor(),
                    access.organization,
                    userId,
                    wanted,
                    asked == null ? read : asked)));
  }

  private RoleCatalog roles() {
    return access.members().roles(access.organization);
  }

  private Standing standing(String userId) {
    return access
        .members()
        .standing(access.organization, userId)
        .orElseThrow(MembersResource::notFound);
  }

  private Response answer(Member member) {
    Standing standing = standing(member.userId());
    return Response.ok(
            MemberRepresentation.of(
                member, standing.rank(), Representations.keys(standing.permissions())))
        .header("ETag", IfMatch.tag(member.version()))
        .build();
  }

  static ApiException notFound() {
    return Refusals.exception((Outcome.Refused<?>) Outcome.refused(Refusal.MEMBER_UNKNOWN));
  }
}
