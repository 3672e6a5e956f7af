// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.companyaccounts.shop.KeycloakStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;

class FreshTokenTest extends ShopTest {

  private static final String ENDED = "/signed-out?because=ended";

  @Test
  void aValidTokenIsGoodEnoughForReading() throws Exception {
    signIn("acme", "quote.view");
    shop.perform(read("/c/acme/quotes")).andExpect(status().isOk());
    assertThat(renewals()).isZero();
  }

  @Test
  void anExpiredTokenIsRenewedBeforeReading() throws Exception {
    holdToken(token("acme", "quote.view"), Instant.now().minusSeconds(1));
    nextTokenHas("zeta", "quote.view");
    shop.perform(read("/c/acme/quotes")).andExpect(status().isForbidden());
    shop.perform(read("/c/zeta/quotes")).andExpect(status().isOk());
    assertThat(renewals()).isEqualTo(1);
  }

  @Test
  void everyChangeIsDecidedOnATokenOfThisMoment() throws Exception {
    signIn("acme", "quote.view", "order.place");
    nextTokenHas("acme", "quote.view");
    shop.perform(write("/c/acme/quotes/Q-1001/order"))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("order.place")));
    assertThat(renewals()).isEqualTo(1);
  }

  @Test
  void aNewPermissionWorksAtTheNextChange() throws Exception {
    signIn("acme", "quote.view");
    nextTokenHas("acme", "quote.view", "order.view-all", "order.place");
    shop.perform(write("/c/acme/quotes/Q-1001/order")).andExpect(status().isFound());
    assertThat(renewals()).isEqualTo(1);
  }

  @Test
  void checkingAgainShowsWhatHoldsNow() throws Exception {
    signIn("acme", "quote.view");
    nextTokenHas("acme", "order.place");
    shop.perform(write("/c/acme/permissions")).andExpect(redirectedUrl("/c/acme/permissions"));
    shop.perform(read("/c/acme/quotes")).andExpect(status().isForbidden());
    assertThat(renewals()).isEqualTo(1);
  }

  @Test
  void whoseSessionKeycloakEndedIsSignedOut() throws Exception {
    signIn("acme", "quote.view", "order.place");
    nextTokenIs(
        () -> {
          throw new OAuth2AuthorizationException(new OAuth2Error("invalid_grant"));
        });
    shop.perform(write("/c/acme/quotes/Q-1001/order")).andExpect(redirectedUrl(ENDED));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void aSilentKeycloakSignsNobodyOutAndChangesNothing() throws Exception {
    signIn("silent", "quote.view", "order.place", "order.view-all");
    nextTokenIs(
        () -> {
          throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"));
        });
    shop.perform(write("/c/silent/quotes/Q-1001/order")).andExpect(status().isServiceUnavailable());
    assertThat(session.isInvalid()).isFalse();
    shop.perform(read("/c/silent/quotes/Q-1001"))
        .andExpect(content().string(containsString("data-state=\"OPEN\"")));
  }

  @Test
  void tokensOfSomebodyElseAreNotUsed() throws Exception {
    signIn("acme", "quote.view");
    nextTokenIs(
        () ->
            KEYCLOAK.accessToken("mallory", Map.of("organization", claim("acme", "order.place"))));
    shop.perform(write("/c/acme/quotes/Q-1001/order")).andExpect(redirectedUrl(ENDED));
  }

  @Test
  void tokensForAnotherApplicationIssuerOrKeyAreNotUsed() throws Exception {
    Map<String, Object> claim = claim("acme", "quote.view");
    assertUnusable(KEYCLOAK.accessToken(subject, Map.of("organization", claim, "azp", "portal")));
    assertUnusable(
        KEYCLOAK.accessToken(
            subject, Map.of("organization", claim, "iss", "http://localhost:8080/realms/other")));
    assertUnusable(new KeycloakStandIn().accessToken(subject, Map.of("organization", claim)));
    assertUnusable(KEYCLOAK.logoutToken("logout+jwt", Map.of("organization", claim)));
  }

  private void assertUnusable(String token) {
    holdToken(token, Instant.now().plusSeconds(60));
    assertThatThrownBy(() -> shop.perform(read("/c/acme/quotes")))
        .hasCauseInstanceOf(BadJwtException.class);
  }

  @Test
  void aTokenWithoutPermissionsIsExplainedAndLetsMembersReadCases() throws Exception {
    holdToken(
        KEYCLOAK.accessToken(subject, Map.of("organization", List.of("acme"))),
        Instant.now().plusSeconds(60));
    shop.perform(read("/c/acme/cases")).andExpect(status().isOk());
    shop.perform(read("/c/acme/quotes"))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("data-reason=\"NOT_DESCRIBED\"")))
        .andExpect(content().string(not(containsString("??"))));
  }
}
