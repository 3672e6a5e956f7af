// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.shop.ShopSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After the shop's own session is gone, sends the browser to Keycloak to end the session there too.
 *
 * <p>Source: OpenID Connect RP-Initiated Logout 1.0, section 2.
 */
@Component
final class SignOut implements LogoutSuccessHandler {

  /**
   * Keycloak's server takes request lines of 4,096 characters, and the ID token of somebody in many
   * companies alone can be longer. Without it Keycloak asks the person to confirm.
   */
  private static final int LONGEST_ADDRESS = 3_500;

  private final ShopSettings settings;

  SignOut(ShopSettings settings) {
    this.settings = settings;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
      throws IOException {
    String page = settings.url() + SignedOutPage.path(SignedOutPage.Because.YOU);
    response.sendRedirect(
        login != null && login.getPrincipal() instanceof OidcUser user
            ? endOfSession(user, page)
            : page);
  }

  private String endOfSession(OidcUser login, String page) {
    String hinted = address("id_token_hint", login.getIdToken().getTokenValue(), page);
    return hinted.length() <= LONGEST_ADDRESS
        ? hinted
        : address("client_id", ShopSettings.CLIENT, page);
  }

  private String address(String hint, String value, String page) {
    return UriComponentsBuilder.fromUriString(settings.browserEndpoint("logout"))
        .queryParam(hint, "{value}")
        .queryParam("post_logout_redirect_uri", "{page}")
        .encode()
        .buildAndExpand(value, page)
        .toUriString();
  }
}
