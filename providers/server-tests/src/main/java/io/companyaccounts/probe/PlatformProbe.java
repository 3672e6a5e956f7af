// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.platform.ApiCors;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.BearerAccess;
import io.companyaccounts.platform.BearerCaller;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.PageRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The parts that all features stand on, each behind the smallest resource that uses it. */
public final class PlatformProbe {

  /** A body as a resource declares it. */
  public record Body(@Nullable String name, @Nullable Integer rank, @Nullable List<String> roles) {}

  private static final int SMALL = 100;

  private final KeycloakSession session;

  PlatformProbe(KeycloakSession session) {
    this.session = session;
  }

  @Path("jobs")
  public JobProbe jobs() {
    return new JobProbe(session);
  }

  @Path("mails")
  public MailProbe mails() {
    return new MailProbe(session);
  }

  @Path("invitations")
  public InvitationProbe invitations() {
    return new InvitationProbe(session);
  }

  @Path("dns")
  public DnsProbe dns() {
    return new DnsProbe(session);
  }

  @Path("activity")
  public ActivityProbe activity() {
    return new ActivityProbe(session);
  }

  /** Reads a body and tells what arrived. */
  @POST
  @Path("body")
  @Produces(MediaType.APPLICATION_JSON)
  public Body body(InputStream body) {
    return JsonBody.read(session, body, Body.class);
  }

  /** The same, but takes 100 bytes only. */
  @PUT
  @Path("body")
  @Produces(MediaType.APPLICATION_JSON)
  public Body smallBody(InputStream body) {
    return JsonBody.read(session, body, Body.class, SMALL);
  }

  /** Reads a page. */
  @GET
  @Path("page")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Integer> page() {
    PageRequest page = PageRequest.read(session.getContext().getUri().getQueryParameters());
    return Map.of("first", page.first(), "max", page.max());
  }

  /** Something whose version is 7. */
  @DELETE
  @Path("versioned")
  public void versioned() {
    IfMatch.require(session.getContext().getHttpRequest().getHttpHeaders(), 7);
  }

  /** Who the caller is. */
  @GET
  @Path("caller")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> caller() {
    BearerCaller caller = BearerAccess.authenticate(session);
    return Map.of("user", caller.user().getId(), "client", caller.client().getClientId());
  }

  /** A refusal of an authenticated caller, after something was written. */
  @POST
  @Path("refused/{realmAttribute}")
  public void refused(@PathParam("realmAttribute") String attribute) {
    BearerAccess.authenticate(session);
    session.getContext().getRealm().setAttribute(attribute, "written");
    throw ApiException.conflict("probe_refused", "Refused after writing.");
  }

  @OPTIONS
  @Path("{any:.*}")
  public Response preflight() {
    return ApiCors.preflight(session);
  }
}
