// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** Shows pages in the look of the login theme to people who need not be signed in. */
final class PublicPages {

  /** The address holds a secret: nobody it leads to learns it, and no cache keeps what it shows. */
  private static final Map<String, String> DISCREET =
      Map.of("Referrer-Policy", "no-referrer", "Cache-Control", "no-store");

  private static final String END = "company-end.ftl";

  private final KeycloakSession session;

  PublicPages(KeycloakSession session) {
    this.session = session;
    ClientModel client = session.getContext().getRealm().getClientByClientId(PageAddresses.CLIENT);
    if (client != null) {
      // its theme, if the vendor chose one, is that of all pages on the way
      session.getContext().setClient(client);
    }
  }

  /** An empty form of the login theme. */
  LoginFormsProvider form() {
    LoginFormsProvider form = session.getProvider(LoginFormsProvider.class);
    DISCREET.forEach(form::setResponseHeader);
    return form;
  }

  Response end(EndPage page) {
    return end(form(), page);
  }

  /** The same within a login. */
  static Response end(LoginFormsProvider form, EndPage page) {
    DISCREET.forEach(form::setResponseHeader);
    return form.setAttribute("companyEnd", page).setStatus(page.status()).createForm(END);
  }

  /** On to somewhere else, by GET. */
  static Response leadTo(URI address) {
    Response.ResponseBuilder answer = Response.seeOther(address);
    DISCREET.forEach(answer::header);
    return answer.build();
  }
}
