// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.platform.CompanyNotice;
import io.companyaccounts.platform.JobRequest;
import io.companyaccounts.platform.Jobs;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailStatus;
import io.companyaccounts.platform.Outbox;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Puts mails into the outbox and looks at them. */
public final class MailProbe {

  private final KeycloakSession session;
  private final RealmModel realm;

  MailProbe(KeycloakSession session) {
    this.session = session;
    realm = session.getContext().getRealm();
  }

  /** A notice about an organization, to a user, or in a language to any address. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> put(
      @QueryParam("organization") String organizationId,
      @QueryParam("user") @Nullable String userId,
      @QueryParam("address") @Nullable String address,
      @QueryParam("locale") @Nullable String locale) {
    OrganizationModel company =
        session.getProvider(OrganizationProvider.class).getById(organizationId);
    Mail mail;
    if (userId == null) {
      mail =
          Mail.of(
                  realm,
                  Mail.Receiver.address(String.valueOf(address), locale),
                  "company-notice",
                  "companyOwnerNamedSubject")
              .organization(organizationId)
              .subjectArguments("company")
              .attribute("company", company.getName())
              .attribute("textKey", "companyOwnerNamedText");
    } else {
      UserModel user = session.users().getUserById(realm, userId);
      mail = CompanyNotice.of(realm, user, company, "companyOwnerNamed");
    }
    return Map.of("id", new Outbox(session).put(mail));
  }

  /** The same in a transaction that is rolled back. */
  @POST
  @Path("rolled-back")
  public void putAndRollBack(
      @QueryParam("organization") String organizationId, @QueryParam("user") String userId) {
    put(organizationId, userId, null, null);
    session.getTransactionManager().setRollbackOnly();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> status(@PathParam("id") String id) {
    MailStatus status = new Outbox(session).status(realm, id).orElseThrow(NotFoundException::new);
    Map<String, Object> json = new TreeMap<>();
    json.put("state", status.state().name());
    json.put("attempts", status.attempts());
    json.put("lastError", status.lastError() == null ? "" : status.lastError());
    json.put("attributes", String.valueOf(attributes(id)));
    return json;
  }

  private @Nullable Object attributes(String id) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select m.attributes from MailEntity m where m.id = :id", String.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  /** Does not wait for the time of the next attempt. */
  @POST
  @Path("{id}/try")
  public void tryNow(@PathParam("id") String id) {
    session
        .getProvider(Jobs.class)
        .schedule(JobRequest.of(realm, "company-mail", id, Instant.now()));
  }
}
