// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.rest.InvitationRepresentations.InvitationPageRepresentation;
import io.companyaccounts.invitation.rest.InvitationRepresentations.InvitationRepresentation;
import io.companyaccounts.invitation.rest.InvitationRequests.InviteRequest;
import io.companyaccounts.invitation.rest.InvitationRequests.ResendRequest;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.membership.rest.Requests.RolesRequest;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.PageRequest;
import io.companyaccounts.platform.RequestText;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invitations of one organization, those of the past included. */
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsResource {

  private static final int MOST_SEARCH = 255;

  private final OrganizationAccess access;

  InvitationsResource(OrganizationAccess access) {
    this.access = access;
  }

  /** One page of invitations, the latest first, and how many seats are left. */
  @GET
  public InvitationPageRepresentation list() {
    requireSight(access);
    InvitationQuery query = query(access.session().getContext().getUri().getQueryParameters());
    return InvitationPageRepresentation.of(
        query, invitations().list(access.organization(), query), new InvitedRoles(access));
  }

  private static InvitationQuery query(MultivaluedMap<String, String> parameters) {
    PageRequest page = PageRequest.read(parameters);
    return new InvitationQuery(
        RequestText.read(parameters, "search", MOST_SEARCH),
        state(RequestText.read(parameters, "state", 16)),
        RequestText.read(parameters, "inviter", MOST_SEARCH),
        RequestText.read(parameters, "batch", MOST_SEARCH),
        page.first(),
        page.max());
  }

  private static @Nullable InvitationState state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (InvitationState state : InvitationState.values()) {
      if (state.name().equalsIgnoreCase(text)) {
        return state;
      }
    }
    throw ApiException.invalidValue(
        "state", "must be OPEN, ACCEPTED, DECLINED, EXPIRED or WITHDRAWN.");
  }

  /**
   * Invites one address. Who may not see members is not told what became of it, since that would
   * tell who is a member.
   */
  @POST
  public Response invite(@Nullable InputStream body) {
    access.requireChange();
    InvitationDraft draft =
        JsonBody.read(access.session(), body, InviteRequest.class).draft(this::roles);
    Outcome<Invitation> outcome =
        invitations().invite(access.actor(), access.organization(), draft);
    if (access.actor().may(Permission.MEMBERS_VIEW)) {
      return answer(Response.Status.CREATED, done(outcome));
    }
    if (!isSecret(outcome)) {
      done(outcome);
    }
    return Response.status(Response.Status.ACCEPTED).entity(Map.of()).build();
  }

  private static boolean isSecret(Outcome<Invitation> outcome) {
    return outcome instanceof Outcome.Refused<Invitation> refused
        && (refused.reason() == InvitationRefusal.ALREADY_MEMBER
            || refused.reason() == InvitationRefusal.ALREADY_INVITED);
  }

  /** Many invitations in one call. */
  @Path("batch")
  public InvitationBatchResource batch() {
    return new InvitationBatchResource(access);
  }

  /** An empty table with all columns, for many invitations in one call. */
  @GET
  @Path("template.csv")
  @Produces(InvitationTable.MEDIA_TYPE)
  public Response template() {
    requireSight(access);
    return Response.ok(InvitationTable.TEMPLATE)
        .type(InvitationTable.MEDIA_TYPE + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"invitations.csv\"")
        .build();
  }

  /** One invitation. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id) {
    requireSight(access);
    return answer(Response.Status.OK, require(id));
  }

  /** Sends it again, with a new link; the old one is dead. */
  @POST
  @Path("{id}/resend")
  public Response resend(@PathParam("id") String id, @Nullable InputStream body) {
    requireChange();
    ResendRequest request = JsonBody.readIfSent(access.session(), body, ResendRequest.class);
    Integer days = request == null ? null : request.validityDays();
    return answer(
        Response.Status.OK,
        done(invitations().resend(access.actor(), access.organization(), storable(id), days)));
  }

  /** Changes what an open invitation will give. */
  @PUT
  @Path("{id}/roles")
  public Response changeRoles(@PathParam("id") String id, @Nullable InputStream body) {
    requireChange();
    List<RoleAssignment> wanted =
        JsonBody.read(access.session(), body, RolesRequest.class).assignments(roles());
    return answer(
        Response.Status.OK,
        done(
            invitations()
                .changeRoles(
                    access.actor(),
                    access.organization(),
                    storable(id),
                    wanted,
                    access.ifVersion())));
  }

  /** Takes it back. It stays in the history. */
  @DELETE
  @Path("{id}")
  public Response withdraw(@PathParam("id") String id) {
    requireChange();
    done(invitations().withdraw(access.actor(), access.organization(), storable(id)));
    return Response.noContent().build();
  }

  /** Lets pass who may see invitations: whoever may invite and see members. */
  static void requireSight(OrganizationAccess access) {
    access.requireView(Permission.MEMBERS_INVITE);
    access.requireView(Permission.MEMBERS_VIEW);
  }

  private void requireChange() {
    requireSight(access);
    access.requireChange();
  }

  private Invitation require(String id) {
    return invitations()
        .find(access.organization(), storable(id))
        .orElseThrow(InvitationsResource::unknown);
  }

  private static String storable(String id) {
    if (!RequestText.isStorable(id)) {
      throw unknown();
    }
    return id;
  }

  private static ApiException unknown() {
    return InvitationRefusals.exception(
        (Outcome.Refused<?>) Outcome.refused(InvitationRefusal.INVITATION_UNKNOWN));
  }

  private <T> T done(Outcome<T> outcome) {
    return access.done(outcome, InvitationRefusals::exception);
  }

  private Response answer(Response.Status status, Invitation invitation) {
    return Response.status(status)
        .entity(InvitationRepresentation.of(invitation, new InvitedRoles(access)))
        .header("ETag", IfMatch.tag(invitation.version()))
        .build();
  }

  private RoleCatalog roles() {
    return access.members().roles(access.organization());
  }

  private InvitationProvider invitations() {
    return access.session().getProvider(InvitationProvider.class);
  }
}
