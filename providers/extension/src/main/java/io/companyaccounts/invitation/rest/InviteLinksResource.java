// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InviteLink;
import io.companyaccounts.invitation.InviteLinkDraft;
import io.companyaccounts.invitation.rest.InvitationRepresentations.InviteLinkRepresentation;
import io.companyaccounts.invitation.rest.InvitationRequests.InviteLinkRequest;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.RequestText;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.urls.UrlType;

/**
 * The invite links of one organization. They are for sharing, so that whoever manages them sees
 * them.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class InviteLinksResource {

  private final OrganizationAccess access;

  InviteLinksResource(OrganizationAccess access) {
    this.access = access;
  }

  /** All of them, the latest first. */
  @GET
  public List<InviteLinkRepresentation> list() {
    InvitationsResource.requireSight(access);
    InvitedRoles roles = new InvitedRoles(access);
    return invitations().links(access.organization()).stream()
        .map(link -> InviteLinkRepresentation.of(link, roles, address(link)))
        .toList();
  }

  /** Makes one. */
  @POST
  public Response create(@Nullable InputStream body) {
    requireChange();
    return answer(
        Response.Status.CREATED,
        done(invitations().createLink(access.actor(), access.organization(), draft(body))));
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id) {
    InvitationsResource.requireSight(access);
    return answer(
        Response.Status.OK,
        invitations()
            .link(access.organization(), storable(id))
            .orElseThrow(InviteLinksResource::unknown));
  }

  /** Changes it, or switches it on and off. */
  @PUT
  @Path("{id}")
  public Response change(@PathParam("id") String id, @Nullable InputStream body) {
    requireChange();
    return answer(
        Response.Status.OK,
        done(
            invitations()
                .changeLink(
                    access.actor(),
                    access.organization(),
                    storable(id),
                    draft(body),
                    access.ifVersion())));
  }

  /** Gives it a new address; the old one is dead. */
  @POST
  @Path("{id}/renew")
  public Response renew(@PathParam("id") String id) {
    requireChange();
    return answer(
        Response.Status.OK,
        done(invitations().renewLink(access.actor(), access.organization(), storable(id))));
  }

  /** Removes it; invitations it has sent stay. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    requireChange();
    done(invitations().deleteLink(access.actor(), access.organization(), storable(id)));
    return Response.noContent().build();
  }

  private void requireChange() {
    InvitationsResource.requireSight(access);
    access.requireChange();
  }

  private InviteLinkDraft draft(@Nullable InputStream body) {
    return JsonBody.read(access.session(), body, InviteLinkRequest.class)
        .draft(() -> access.members().roles(access.organization()));
  }

  private <T> T done(Outcome<T> outcome) {
    return access.done(outcome, InvitationRefusals::exception);
  }

  private static String storable(String id) {
    if (!RequestText.isStorable(id)) {
      throw unknown();
    }
    return id;
  }

  private static ApiException unknown() {
    return InvitationRefusals.exception(
        (Outcome.Refused<?>) Outcome.refused(InvitationRefusal.LINK_UNKNOWN));
  }

  private Response answer(Response.Status status, InviteLink link) {
    return Response.status(status)
        .entity(InviteLinkRepresentation.of(link, new InvitedRoles(access), address(link)))
        .header("ETag", IfMatch.tag(link.version()))
        .build();
  }

  /** Where people open it, which is not where admins call. */
  private @Nullable String address(InviteLink link) {
    if (link.code() == null) {
      return null;
    }
    return access
        .session()
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms/{realm}/company/link/{code}")
        .build(access.session().getContext().getRealm().getName(), link.code())
        .toString();
  }

  private InvitationProvider invitations() {
    return access.session().getProvider(InvitationProvider.class);
  }
}
