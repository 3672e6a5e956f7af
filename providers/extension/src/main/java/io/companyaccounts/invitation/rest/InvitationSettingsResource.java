// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationSettings;
import io.companyaccounts.invitation.OrganizationInvitationSettings;
import io.companyaccounts.invitation.rest.InvitationRepresentations.SettingsRepresentation;
import io.companyaccounts.invitation.rest.InvitationRequests.SettingsRequest;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What one organization sets about its invitations. */
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationSettingsResource {

  private final OrganizationAccess access;

  InvitationSettingsResource(OrganizationAccess access) {
    this.access = access;
  }

  /** As they are. */
  @GET
  public Response get() {
    access.requireView(Permission.SETTINGS_MANAGE);
    return answer(invitations().settings(access.organization()));
  }

  /** As they shall be. */
  @PUT
  public Response change(@Nullable InputStream body) {
    access.requireView(Permission.SETTINGS_MANAGE);
    access.requireChange();
    OrganizationInvitationSettings wanted =
        JsonBody.read(access.session(), body, SettingsRequest.class).settings();
    return answer(
        access.done(
            invitations()
                .changeSettings(access.actor(), access.organization(), wanted, access.ifVersion()),
            InvitationRefusals::exception));
  }

  private Response answer(OrganizationInvitationSettings settings) {
    int usualDays =
        InvitationSettings.of(access.session().getContext().getRealm()::getAttribute)
            .validityDays();
    return Response.ok(SettingsRepresentation.of(settings, usualDays))
        .header("ETag", IfMatch.tag(settings.version()))
        .build();
  }

  private InvitationProvider invitations() {
    return access.session().getProvider(InvitationProvider.class);
  }
}
