// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.invitation.InvitationPage;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationQuery;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Invitations without pages and mails; the server itself invites, and knows every code. */
public final class InvitationProbe {

  private final KeycloakSession session;
  private final RealmModel realm;

  InvitationProbe(KeycloakSession session) {
    this.session = session;
    realm = session.getContext().getRealm();
  }

  /** Invites one address; a role is an id. */
  @POST
  @Path("{org}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> invite(
      @PathParam("org") String org,
      @QueryParam("email") String email,
      @QueryParam("role") @Nullable String role,
      @QueryParam("phone") @Nullable String phone) {
    List<RoleAssignment> roles = role == null ? List.of() : List.of(RoleAssignment.lasting(role));
    OrganizationModel organization = organization(org);
    return counted(
        () ->
            json(
                invitations()
                    .invite(
                        Actor.system(),
                        organization,
                        new InvitationDraft(
                            email, "Vera", "Vieth", phone, roles, "Hello", null, null))));
  }

  /** Invites so many addresses {@code p<n>@<domain>} at once. */
  @POST
  @Path("{org}/many")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> inviteMany(
      @PathParam("org") String org,
      @QueryParam("domain") String domain,
      @QueryParam("count") int count) {
    List<InvitationDraft> drafts =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new InvitationDraft(
                        "p" + i + "@" + domain, null, null, null, List.of(), null, null, null))
            .toList();
    var outcome = invitations().inviteMany(Actor.system(), organization(org), drafts, false, false);
    long refused = outcome.rows().stream().filter(row -> row instanceof Outcome.Refused).count();
    return Map.of(
        "batch", String.valueOf(outcome.batchId()), "sent", outcome.sent(), "refused", refused);
  }

  /** The latest hundred. */
  @GET
  @Path("{org}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> list(
      @PathParam("org") String org,
      @QueryParam("search") @Nullable String search,
      @QueryParam("batch") @Nullable String batch) {
    OrganizationModel organization = organization(org);
    return counted(
        () -> {
          InvitationPage page =
              invitations()
                  .list(organization, new InvitationQuery(search, null, null, batch, 0, 100));
          Map<String, Object> json = new TreeMap<>();
          json.put("total", page.total());
          json.put("members", page.seats().members());
          json.put("open", page.seats().openInvitations());
          json.put("invitations", page.invitations().stream().map(this::json).toList());
          return json;
        });
  }

  /** Adds how many statements it took in this session, as far as they are sent before the end. */
  private Map<String, Object> counted(Supplier<Map<String, Object>> call) {
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    PreparedStatements statements = new PreparedStatements();
    em.unwrap(Session.class).addEventListeners(statements);
    Map<String, Object> json = call.get();
    em.flush();
    json.put("statements", statements.count);
    return json;
  }

  private static final class PreparedStatements implements SessionEventListener {

    private int count;

    @Override
    public void jdbcPrepareStatementEnd() {
      count++;
    }
  }

  /** What the link leads to. */
  @GET
  @Path("opened/{code}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> opened(@PathParam("code") String code) {
    return invitations()
        .open(code)
        .map(
            opened -> {
              Map<String, Object> json = json(opened.invitation());
              json.put("obstacle", opened.obstacle().map(reason -> reason.code()).orElse(""));
              json.put("roles", opened.roles().stream().map(role -> role.name()).toList());
              return json;
            })
        .orElse(Map.of());
  }

  /** An account accepts. */
  @POST
  @Path("opened/{code}/accept")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> accept(
      @PathParam("code") String code, @QueryParam("user") String userId) {
    UserModel user = session.users().getUserById(realm, userId);
    Map<String, Object> json = counted(() -> json(invitations().accept(code, user)));
    if (json.containsKey("refused")) {
      session.getTransactionManager().setRollbackOnly();
    }
    return json;
  }

  /** Somebody turns it down. */
  @POST
  @Path("opened/{code}/decline")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> decline(@PathParam("code") String code) {
    return json(invitations().decline(code));
  }

  /** Somebody asks for another one. */
  @POST
  @Path("opened/{code}/ask")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> ask(@PathParam("code") String code) {
    return json(invitations().askForNew(code));
  }

  /** The key of Keycloak's registration page. */
  @GET
  @Path("opened/{code}/registration")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> registration(
      @PathParam("code") String code,
      @QueryParam("client") String clientId,
      @QueryParam("redirect") String redirectUri) {
    return Map.of(
        "token",
        invitations()
            .registrationToken(invitations().open(code).orElseThrow(), clientId, redirectUri));
  }

  /** Sends one again. */
  @POST
  @Path("{org}/{id}/resend")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> resend(@PathParam("org") String org, @PathParam("id") String id) {
    return json(invitations().resend(Actor.system(), organization(org), id, null));
  }

  /** Takes one back. */
  @POST
  @Path("{org}/{id}/withdraw")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> withdraw(@PathParam("org") String org, @PathParam("id") String id) {
    return json(invitations().withdraw(Actor.system(), organization(org), id));
  }

  private Map<String, Object> json(Outcome<Invitation> outcome) {
    return outcome instanceof Outcome.Refused<Invitation> refused
        ? new TreeMap<>(Map.of("refused", refused.reason().code()))
        : json(((Outcome.Done<Invitation>) outcome).value());
  }

  private Map<String, Object> json(Invitation invitation) {
    Map<String, Object> json = new TreeMap<>();
    json.put("id", invitation.id());
    json.put("email", invitation.person().email());
    json.put("state", invitation.state().name());
    json.put("expires", invitation.expires().getEpochSecond());
    json.put("code", code(invitation));
    json.put("given", invitation.roles().stream().map(RoleAssignment::roleId).toList());
    json.put("acceptedBy", String.valueOf(invitation.acceptedBy()));
    json.put("mail", String.valueOf(invitation.mail()));
    return json;
  }

  private String code(Invitation invitation) {
    return InvitationCode.derive(
            session
                .keys()
                .getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
                .getSecretKey(),
            InvitationCode.Purpose.INVITATION,
            invitation.id(),
            invitation.resends())
        .text();
  }

  private InvitationProvider invitations() {
    return session.getProvider(InvitationProvider.class);
  }

  private OrganizationModel organization(String id) {
    return session.getProvider(OrganizationProvider.class).getById(id);
  }
}
