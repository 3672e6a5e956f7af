// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.rest.Refusals;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.proof.LiveProofs.Found;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

/**
 * Lets an application that can keep a secret use up a proof, exactly once, whichever node it asks.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class RedeemResource {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  private final KeycloakSession session;
  private final ProofKind kind;
  private final LiveProofs proofs;

  public RedeemResource(KeycloakSession session, ProofKind kind) {
    this.session = session;
    this.kind = kind;
    this.proofs = new LiveProofs(session, kind);
  }

  /** What was redeemed. Times are seconds since 1970, as in the claim. */
  record RedeemedRepresentation(
      String id,
      String organization,
      String client,
      String operation,
      String reference,
      String method,
      String user,
      long at,
      long redeemedAt) {}

  /** Redeems a proof for a reference. */
  @POST
  @Path("redeem")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RedeemedRepresentation redeem() {
    ClientModel client = client();
    String id = parameter("proof");
    String reference = parameter("reference");
    Found found =
        Optional.of(id)
            .filter(text -> ID.matcher(text).matches())
            .flatMap(text -> proofs.find(client, text))
            .orElseThrow(() -> exception(ProofRefusal.NOT_FOUND));
    // one after the other: whoever comes second sees what the first one did
    session.getProvider(MembershipProvider.class).lock(found.organization());
    Optional<ProofRefusal> obstacle = obstacle(found, client, reference);
    if (obstacle.isPresent()) {
      new ActivityLog(session).recordRefusal(activity(found, client), obstacle.get().code());
      throw exception(obstacle.get());
    }
    Instant now = LiveProofs.now();
    new JpaRedeemedProofs(session).add(found.proof(), now);
    new ActivityLog(session).record(activity(found, client));
    return representation(found, client, now);
  }

  private Optional<ProofRefusal> obstacle(Found found, ClientModel client, String reference) {
    if (!proofs.counts(found, client)) {
      return Optional.of(ProofRefusal.NOT_FOUND);
    }
    if (!found.proof().reference().equals(reference)) {
      return Optional.of(ProofRefusal.OTHER_REFERENCE);
    }
    return new JpaRedeemedProofs(session).contains(found.proof().code())
        ? Optional.of(ProofRefusal.REDEEMED)
        : Optional.empty();
  }

  /** The application, authenticated as it always is at Keycloak. */
  private ClientModel client() {
    EventBuilder event =
        new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection())
            .event(EventType.INTROSPECT_TOKEN);
    ClientModel client = AuthorizeClientUtil.authorizeClient(session, event, null).getClient();
    if (client.isPublicClient()) {
      throw exception(ProofRefusal.PUBLIC_CLIENT);
    }
    return client;
  }

  private String parameter(String name) {
    String value = session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    if (value == null || value.isEmpty()) {
      throw ApiException.invalidValue(name, "must be sent in the form.");
    }
    return value;
  }

  private Activity activity(Found found, ClientModel client) {
    ActivityActor application =
        new ActivityActor(
            ActivityActor.Kind.SYSTEM,
            null,
            session.getContext().getRealm().getId(),
            client.getId(),
            session.getContext().getConnection().getRemoteHost());
    return ConfirmedStep.of(
            session.getContext().getRealm(),
            found.organization().getId(),
            ActivityKind.PROOF_REDEEMED,
            application,
            client)
        .member(found.proof().userId())
        .detail(ActivityDetail.OPERATION, found.proof().operation())
        .detail(ActivityDetail.REFERENCE, found.proof().reference())
        .detail(ActivityDetail.ACTION, kind.claim());
  }

  private static RedeemedRepresentation representation(
      Found found, ClientModel client, Instant now) {
    Proof proof = found.proof();
    return new RedeemedRepresentation(
        found.id(),
        found.organization().getAlias(),
        client.getClientId(),
        proof.operation(),
        proof.reference(),
        proof.method(),
        proof.userId(),
        proof.at().getEpochSecond(),
        now.getEpochSecond());
  }

  private static ApiException exception(ProofRefusal reason) {
    return Refusals.exception((Outcome.Refused<?>) Outcome.refused(reason), reason.text());
  }
}
