// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.shop.ShopSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class SignOutTest {

  private final SignOut signOut =
      new SignOut(
          new ShopSettings("http://localhost:8090", "http://kc:8080", "", "r", "secret", true));

  private String leave(String idToken) throws Exception {
    Instant now = Instant.now();
    OidcIdToken token = new OidcIdToken(idToken, now, now.plusSeconds(60), Map.of("sub", "petra"));
    DefaultOidcUser user =
        new DefaultOidcUser(AuthorityUtils.createAuthorityList("OIDC_USER"), token);
    MockHttpServletResponse response = new MockHttpServletResponse();
    signOut.onLogoutSuccess(
        new MockHttpServletRequest(),
        response,
        new OAuth2AuthenticationToken(user, List.of(), "keycloak"));
    return response.getRedirectedUrl();
  }

  @Test
  void theIdTokenTellsKeycloakWhoseSessionEnds() throws Exception {
    assertThat(leave("a.b.c"))
        .startsWith("http://kc:8080/realms/r/protocol/openid-connect/logout?id_token_hint=a.b.c&");
  }

  @Test
  void anIdTokenThatIsTooLongForAnAddressIsLeftOut() throws Exception {
    assertThat(leave("x".repeat(4000)))
        .startsWith("http://kc:8080/realms/r/protocol/openid-connect/logout?client_id=shop&")
        .endsWith(
            "post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8090%2Fsigned-out%3Fbecause%3Dyou");
  }

  @Test
  void whoWasNotSignedInStaysHere() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    signOut.onLogoutSuccess(new MockHttpServletRequest(), response, null);
    assertThat(response.getRedirectedUrl())
        .isEqualTo("http://localhost:8090/signed-out?because=you");
  }
}
