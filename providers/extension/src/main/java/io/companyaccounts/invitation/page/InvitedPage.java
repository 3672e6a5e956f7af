// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.OpenedInvitation;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** What the link in an invitation opens: it leads to where the person can join, or says why not. */
public final class InvitedPage {

  /** Query parameter by which somebody who is signed in says to be somebody new. */
  static final String AS = "as";

  static final String NEW = "new";

  private final KeycloakSession session;
  private final InvitationProvider invitations;
  private final PageAddresses addresses;
  private final PageLanguage language;
  private final PublicPages pages;

  InvitedPage(KeycloakSession session) {
    this.session = session;
    this.invitations = session.getProvider(InvitationProvider.class);
    this.addresses = new PageAddresses(session);
    this.language = new PageLanguage(session);
    this.pages = new PublicPages(session);
  }

  /** Decides now which way to go: the account may have been made since the mail was sent. */
  @GET
  @Path("{code}")
  public Response open(@PathParam("code") String code, @QueryParam(AS) @Nullable String as) {
    return opened(
        code,
        opened ->
            opened
                .obstacle()
                .map(reason -> over(reason, opened, code))
                .orElseGet(() -> wayIn(opened, code, NEW.equals(as))));
  }

  /** Asks whether to decline. */
  @GET
  @Path("{code}/decline")
  public Response decline(@PathParam("code") String code) {
    return opened(
        code,
        opened ->
            opened
                .obstacle()
                .filter(reason -> opened.invitation().state() != InvitationState.OPEN)
                .map(reason -> over(reason, opened, code))
                .orElseGet(() -> askWhetherToDecline(opened, code)));
  }

  @POST
  @Path("{code}/decline")
  public Response declined(@PathParam("code") String code) {
    return opened(
        code, opened -> outcome(invitations.decline(code), opened, code, "companyEndDeclinedNow"));
  }

  /** Shows what {@link #open} shows, for whoever comes back to this address. */
  @GET
  @Path("{code}/again")
  public Response again(@PathParam("code") String code) {
    return PublicPages.leadTo(addresses.invitation(code));
  }

  @POST
  @Path("{code}/again")
  public Response askForNew(@PathParam("code") String code) {
    return opened(
        code, opened -> outcome(invitations.askForNew(code), opened, code, "companyEndAsked"));
  }

  private Response opened(String code, Function<OpenedInvitation, Response> answer) {
    Optional<OpenedInvitation> opened = invitations.open(code);
    language.choose(opened.map(each -> each.invitation().locale()).orElse(null));
    return opened.map(answer).orElseGet(() -> pages.end(EndPages.unknownInvitation()));
  }

  private Response wayIn(OpenedInvitation opened, String code, boolean asSomebodyNew) {
    RealmModel realm = session.getContext().getRealm();
    ClientModel client = realm.getClientByClientId(PageAddresses.CLIENT);
    if (client == null || !client.isEnabled()) {
      return pages.end(EndPages.notSetUp());
    }
    String organization = opened.organization().getId();
    String email = opened.invitation().person().email();
    @Nullable String locale = language.choose(opened.invitation().locale()).orElse(null);
    @Nullable UserModel account = session.users().getUserByEmail(realm, email);
    if (account != null) {
      String hint = realm.isLoginWithEmailAllowed() ? email : account.getUsername();
      return PublicPages.leadTo(addresses.signIn(organization, code, hint, locale));
    }
    Optional<UserModel> signedIn = asSomebodyNew ? Optional.empty() : signedIn();
    if (signedIn.isPresent()) {
      return pages.end(
          EndPage.of(Status.OK, "companyEndSignedIn", email, signedIn.get().getUsername())
              .leading(addresses.newAccount(code), "companyEndSignedInNew"));
    }
    String token =
        invitations.registrationToken(
            opened, PageAddresses.CLIENT, addresses.joined(organization).toString());
    return PublicPages.leadTo(addresses.register(organization, token, locale));
  }

  private Response over(Reason reason, OpenedInvitation opened, String code) {
    boolean byThisPerson =
        reason == InvitationRefusal.ACCEPTED
            && signedIn()
                .filter(user -> user.getId().equals(opened.invitation().acceptedBy()))
                .isPresent();
    return byThisPerson
        ? PublicPages.leadTo(addresses.joined(opened.organization().getId()))
        : pages.end(EndPages.of(reason, opened, code, addresses));
  }

  private Response askWhetherToDecline(OpenedInvitation opened, String code) {
    return pages
        .form()
        .setAttribute("companyInvitation", text(opened))
        .setAttribute("companyDeclineAddress", addresses.decline(code).toString())
        .setAttribute("companyBackAddress", addresses.invitation(code).toString())
        .createForm("company-decline.ftl");
  }

  private Response outcome(
      Outcome<Invitation> outcome, OpenedInvitation opened, String code, String doneKey) {
    if (outcome instanceof Outcome.Refused<Invitation> refused) {
      return pages.end(EndPages.of(refused.reason(), opened, code, addresses));
    }
    return pages.end(EndPage.of(Status.OK, doneKey, opened.organization().getName()));
  }

  private InvitationText text(OpenedInvitation opened) {
    return new InvitationText(opened, session.getContext().resolveLocale(null));
  }

  private Optional<UserModel> signedIn() {
    return Optional.ofNullable(
            AuthenticationManager.authenticateIdentityCookie(
                session, session.getContext().getRealm(), true))
        .map(AuthenticationManager.AuthResult::user);
  }
}
