// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.membership.rest.Refusals;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.JsonBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The domains of one organization, and whether they are proven. */
@Produces(MediaType.APPLICATION_JSON)
public final class DomainsResource {

  private final OrganizationAccess access;

  DomainsResource(OrganizationAccess access) {
    this.access = access;
  }

  /** All of them, with the record that proves each. */
  @GET
  public List<DomainRepresentation> list() {
    access.requireView(Permission.SETTINGS_MANAGE);
    return proofs().proofs(access.organization()).stream().map(DomainRepresentation::of).toList();
  }

  /** Asks the DNS now. */
  @POST
  @Path("{domain}/check")
  public DomainRepresentation check(@PathParam("domain") String domain) {
    requireChange();
    return done(proofs().check(access.actor(), access.organization(), domain));
  }

  /** Gives it a new code; the old record proves nothing any more. */
  @POST
  @Path("{domain}/renew")
  public DomainRepresentation renew(
      @PathParam("domain") String domain, @Nullable InputStream body) {
    requireChange();
    RenewRequest wanted = JsonBody.readIfSent(access.session(), body, RenewRequest.class);
    boolean force = wanted != null && Boolean.TRUE.equals(wanted.force());
    return done(proofs().renew(access.actor(), access.organization(), domain, force));
  }

  private void requireChange() {
    access.requireView(Permission.SETTINGS_MANAGE);
    access.requireChange();
  }

  private DomainRepresentation done(Outcome<DomainProof> outcome) {
    return DomainRepresentation.of(access.done(outcome, DomainsResource::exception));
  }

  private static ApiException exception(Outcome.Refused<?> refused) {
    return refused.reason() instanceof DomainProofRefusal reason
        ? Refusals.exception(refused, reason.text())
        : Refusals.exception(refused);
  }

  private DomainProofProvider proofs() {
    return access.session().getProvider(DomainProofProvider.class);
  }

  /** What may be said when renewing. */
  record RenewRequest(@Nullable Boolean force) {}

  /** A domain as it is sent. Times are ISO 8601 in UTC. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DomainRepresentation(
      String domain,
      DomainProof.State state,
      @Nullable String recordName,
      @Nullable String recordValue,
      @Nullable String checkedAt,
      @Nullable String provenAt,
      @Nullable String countsUntil) {

    static DomainRepresentation of(DomainProof proof) {
      return new DomainRepresentation(
          proof.domain(),
          proof.state(),
          proof.recordName(),
          proof.recordValue(),
          text(proof.checkedAt()),
          text(proof.provenAt()),
          text(proof.countsUntil()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
      return instant == null ? null : instant.toString();
    }
  }
}
