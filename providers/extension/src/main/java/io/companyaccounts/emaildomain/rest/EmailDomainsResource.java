// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.jpa.Misfits;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.ChangeRequest;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.DecidedRepresentation;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.DecisionRequest;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.PolicyRepresentation;
import io.companyaccounts.emaildomain.rest.EmailRepresentations.RuleRepresentation;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
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

/** What one organization demands of addresses, and who does not fit. */
public final class EmailDomainsResource {

  private final OrganizationAccess access;
  private final Misfits misfits;

  EmailDomainsResource(OrganizationAccess access) {
    this.access = access;
    this.misfits = new Misfits(access.session(), access.organization());
  }

  /** What decides. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response get() {
    access.requireView(Permission.SETTINGS_MANAGE);
    return answer(misfits.policy());
  }

  /** The company's own rule as it shall be. */
  @PUT
  @Produces(MediaType.APPLICATION_JSON)
  public Response change(@Nullable InputStream body) {
    access.requireView(Permission.SETTINGS_MANAGE);
    access.requireChange();
    ChangeRequest request = JsonBody.read(access.session(), body, ChangeRequest.class);
    if (request.misfits() != null) {
      access.requireChangeOfAll();
    }
    EmailRule wanted = request.requireRule().rule(misfits.policy().settings().floor());
    return answer(
        access.done(
            misfits.change(
                access.actor(),
                wanted,
                request.misfits() == null ? null : request.misfits().answer(),
                access.ifVersion()),
            EmailRefusals::exception));
  }

  /** Who would not fit if the company demanded this; changes nothing. */
  @POST
  @Path("dry-run")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  public Response dryRun(@Nullable InputStream body) {
    requireList();
    RuleRepresentation wanted = JsonBody.read(access.session(), body, RuleRepresentation.class);
    EmailRule rule = wanted.rule(misfits.policy().settings().floor());
    return new MisfitList(access.session(), misfits).answer(rule);
  }

  /** Who does not fit now. */
  @GET
  @Path("misfits")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  public Response misfits() {
    requireList();
    return new MisfitList(access.session(), misfits).answer(misfits.policy().own().rule());
  }

  /** Decides about some of those who do not fit, or about all. */
  @POST
  @Path("misfits")
  @Produces(MediaType.APPLICATION_JSON)
  public DecidedRepresentation decide(@Nullable InputStream body) {
    requireList();
    access.requireChangeOfAll();
    DecisionRequest request = JsonBody.read(access.session(), body, DecisionRequest.class);
    List<String> users = request.users();
    if (users != null && users.size() > Misfits.MOST_AT_ONCE) {
      throw ApiException.invalidValue("users", "must be at most " + Misfits.MOST_AT_ONCE + " ids.");
    }
    return new DecidedRepresentation(
        access.done(
            misfits.resolve(access.actor(), users, request.answer()), EmailRefusals::exception));
  }

  /** Makes an external an ordinary member, whose address must fit. */
  @DELETE
  @Path("externals/{user}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response ordinary(@PathParam("user") String userId) {
    access.requireViewOfAll();
    access.requireChangeOf(userId);
    access.done(misfits.makeOrdinary(access.actor(), userId), EmailRefusals::exception);
    return Response.noContent().build();
  }

  /** The lists name people. */
  private void requireList() {
    access.requireView(Permission.SETTINGS_MANAGE);
    access.requireViewOfAll();
  }

  private Response answer(EmailPolicy policy) {
    return Response.ok(
            PolicyRepresentation.of(policy, access.members().roles(access.organization())))
        .header("ETag", IfMatch.tag(policy.own().version()))
        .build();
  }
}
