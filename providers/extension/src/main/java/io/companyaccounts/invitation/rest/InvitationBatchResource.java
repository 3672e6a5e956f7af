// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.BatchOutcome;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.rest.BatchRepresentations.BatchRepresentation;
import io.companyaccounts.invitation.rest.BatchRepresentations.RowRepresentation;
import io.companyaccounts.invitation.rest.InvitationRepresentations.ProgressRepresentation;
import io.companyaccounts.invitation.rest.InvitationRequests.BatchRequest;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.RequestFlag;
import io.companyaccounts.platform.RequestText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many invitations in one call, as JSON or as a table. The answer tells of each row, so that this
 * is for those who may see members.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationBatchResource {

  /** Enough for the longest messages in the most rows. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final OrganizationAccess access;

  InvitationBatchResource(OrganizationAccess access) {
    this.access = access;
  }

  /** Checks all, and sends all or none; with {@code sendValid} those that are not refused. */
  @POST
  public Response invite(@Nullable InputStream body) {
    InvitationsResource.requireSight(access);
    access.requireChange();
    Wanted wanted = wanted(body);
    BatchOutcome outcome =
        invitations()
            .inviteMany(
                access.actor(),
                access.organization(),
                wanted.drafts(),
                wanted.sendValid(),
                wanted.dryRun());
    recordForbidden(outcome);
    if (!outcome.sent() && !wanted.dryRun()) {
      throw refusal(outcome, wanted.drafts());
    }
    return Response.ok(BatchRepresentation.of(outcome, wanted.drafts(), wanted.dryRun())).build();
  }

  /** How far the mails got. */
  @GET
  @Path("{batch}")
  public ProgressRepresentation progress(@PathParam("batch") String batchId) {
    InvitationsResource.requireSight(access);
    return invitations()
        .progress(access.organization(), RequestText.isStorable(batchId) ? batchId : "")
        .map(ProgressRepresentation::of)
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "batch_not_found", "There is no such batch of invitations in this company."));
  }

  /**
   * What a request asks for.
   *
   * @param sendValid send those that are not refused
   */
  private record Wanted(List<InvitationDraft> drafts, boolean sendValid, boolean dryRun) {}

  private Wanted wanted(@Nullable InputStream body) {
    String type =
        access.session().getContext().getRequestHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
    MultivaluedMap<String, String> query =
        access.session().getContext().getUri().getQueryParameters();
    boolean sendValid = RequestFlag.read("sendValid", query.getFirst("sendValid"));
    boolean dryRun = RequestFlag.read("dryRun", query.getFirst("dryRun"));
    if (InvitationTable.isTable(type)) {
      byte[] table = JsonBody.bytes(body, MOST_BYTES);
      return new Wanted(InvitationTable.drafts(table, roles()), sendValid, dryRun);
    }
    BatchRequest request = JsonBody.read(access.session(), body, BatchRequest.class, MOST_BYTES);
    return new Wanted(
        request.drafts(this::roles),
        sendValid || Boolean.TRUE.equals(request.sendValid()),
        dryRun || Boolean.TRUE.equals(request.dryRun()));
  }

  /** Whoever reached too high in several rows is recorded once for each reason. */
  private void recordForbidden(BatchOutcome outcome) {
    Set<Reason> reasons = new LinkedHashSet<>();
    for (Outcome<?> row : outcome.rows()) {
      if (row instanceof Outcome.Refused<?> refused) {
        reasons.add(refused.reason());
      }
    }
    reasons.forEach(access::recordIfForbidden);
  }

  private static ApiException refusal(BatchOutcome outcome, List<InvitationDraft> drafts) {
    List<RowRepresentation> refused =
        RowRepresentation.of(outcome, drafts).stream().filter(row -> row.error() != null).toList();
    return ApiException.of(
        Response.Status.BAD_REQUEST,
        "batch_refused",
        "Nothing was sent: "
            + refused.size()
            + " of "
            + drafts.size()
            + " invitations are refused. Correct those in details.rows, or send the others with"
            + " sendValid.",
        Map.of("refused", refused.size(), "total", drafts.size(), "rows", refused));
  }

  private RoleCatalog roles() {
    return access.members().roles(access.organization());
  }

  private InvitationProvider invitations() {
    return access.session().getProvider(InvitationProvider.class);
  }
}
