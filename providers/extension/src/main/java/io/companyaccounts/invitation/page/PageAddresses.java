// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.invitation.InvitedPerson;
import io.companyaccounts.invitation.OpenedInvitation;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.Urls;

/** The addresses between which an invited person is sent. */
final class PageAddresses {

  /** The application in whose name people register and sign in to join; set-up makes it. */
  static final String CLIENT = "company-join";

  /** What the client is called where people see it: a message key, as Keycloak resolves them. */
  static final String CLIENT_NAME = "${companyJoinClient}";

  private final KeycloakSession session;
  private final RealmModel realm;

  PageAddresses(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** Where the client may send people, relative to the server. */
  static String redirectPattern(RealmModel realm) {
    return "/realms/" + realm.getName() + "/company/" + JoinedPageFactory.ID + "/*";
  }

  /** What the company would accept now, in one line; empty if that is no matter of domains. */
  String acceptedDomains(OpenedInvitation opened) {
    InvitedPerson person = opened.invitation().person();
    Verdict verdict =
        session
            .getProvider(EmailDomainProvider.class)
            .check(
                opened.organization(),
                Candidate.accepting(person.email(), person.firstName(), person.lastName(), null));
    return verdict.isAccepted() ? "" : verdict.asRefusal().domainsText();
  }

  URI invitation(String code) {
    return company(InvitedPageFactory.ID).path("{code}").build(code);
  }

  URI decline(String code) {
    return company(InvitedPageFactory.ID).path("{code}/decline").build(code);
  }

  URI askForNew(String code) {
    return company(InvitedPageFactory.ID).path("{code}/again").build(code);
  }

  /** The invitation, also for whoever is signed in as somebody else. */
  URI newAccount(String code) {
    return UriBuilder.fromUri(invitation(code)).queryParam(InvitedPage.AS, InvitedPage.NEW).build();
  }

  URI link(String code) {
    return company(InviteLinkPageFactory.ID).path("{code}").build(code);
  }

  /** Where the way ends, whichever way it went. */
  URI joined(String organizationId) {
    return company(JoinedPageFactory.ID).path("{id}").build(organizationId);
  }

  /** Keycloak's page for new people. */
  URI register(String organizationId, String token, @Nullable String locale) {
    UriBuilder address =
        OIDCLoginProtocolService.registrationsUrl(session.getContext().getUri().getBaseUriBuilder())
            .queryParam(Constants.TOKEN, "{token}");
    return ask(address, locale).buildFromMap(filledIn(organizationId, Map.of("token", token)));
  }

  /** Keycloak's page for people with an account, and after it the page that asks to join. */
  URI signIn(String organizationId, String code, String loginHint, @Nullable String locale) {
    UriBuilder address =
        OIDCLoginProtocolService.authUrl(session.getContext().getUri().getBaseUriBuilder())
            .queryParam(Constants.KC_ACTION, "{action}")
            .queryParam(OIDCLoginProtocol.LOGIN_HINT_PARAM, "{hint}");
    String action = JoinRequiredActionFactory.ID + ":" + code;
    return ask(address, locale)
        .buildFromMap(filledIn(organizationId, Map.of("action", action, "hint", loginHint)));
  }

  URI accountConsole() {
    return Urls.accountBase(session.getContext().getUri().getBaseUri()).build(realm.getName());
  }

  /** Response type none: nobody is there to redeem a code, so none is made. */
  private static UriBuilder ask(UriBuilder address, @Nullable String locale) {
    address
        .queryParam(OAuth2Constants.CLIENT_ID, CLIENT)
        .queryParam(OAuth2Constants.RESPONSE_TYPE, "none")
        .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
        .queryParam(OAuth2Constants.REDIRECT_URI, "{redirect}");
    return locale == null
        ? address
        : address.queryParam(OIDCLoginProtocol.UI_LOCALES_PARAM, locale);
  }

  private Map<String, Object> filledIn(String organizationId, Map<String, String> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("realm", realm.getName());
    values.put("protocol", OIDCLoginProtocol.LOGIN_PROTOCOL);
    values.put("redirect", joined(organizationId).toString());
    return values;
  }

  private UriBuilder company(String part) {
    return session
        .getContext()
        .getUri()
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path("company")
        .path(part);
  }
}
