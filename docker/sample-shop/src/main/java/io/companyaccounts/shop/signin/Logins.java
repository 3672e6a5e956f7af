// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.Logout;
import java.util.List;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Who is signed in to this shop, to find the logins that Keycloak wants ended. */
@Component
final class Logins {

  private final SessionRegistry registry;

  Logins(SessionRegistry registry) {
    this.registry = registry;
  }

  /**
   * Ends every login the logout means; each is signed out at its next request.
   *
   * @return how many logins were ended
   */
  int end(Logout.Accepted logout) {
    int ended = 0;
    for (Object principal : registry.getAllPrincipals()) {
      if (principal instanceof OidcUser login && isMeant(logout, login)) {
        List<SessionInformation> sessions = registry.getAllSessions(login, false);
        sessions.forEach(SessionInformation::expireNow);
        ended += sessions.size();
      }
    }
    return ended;
  }

  private static boolean isMeant(Logout.Accepted logout, OidcUser login) {
    return logout.ends(login.getIdToken().getClaimAsString("sid"), login.getSubject());
  }
}
