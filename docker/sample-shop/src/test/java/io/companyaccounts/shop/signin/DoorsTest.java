// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.companyaccounts.shop.KeycloakStandIn;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.test.web.servlet.ResultActions;

/** Who gets in, and how one gets out. */
class DoorsTest extends ShopTest {

  @Autowired private SessionRegistry registry;

  @Test
  void strangersSeeTheDoorAndTheHealth() throws Exception {
    shop.perform(get("/")).andExpect(status().isOk());
    shop.perform(get("/signed-out")).andExpect(status().isOk());
    shop.perform(get("/shop.css")).andExpect(status().isOk());
    shop.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/company", "/c/acme/quotes", "/c/acme/permissions", "/actuator/env", "/no/such"})
  void everythingElseLeadsStrangersToKeycloak(String path) throws Exception {
    shop.perform(get(path))
        .andExpect(redirectedUrl("http://localhost/oauth2/authorization/keycloak"));
  }

  @Test
  void signingInUsesPkceAndAsksForCompaniesInTheBrowsersLanguage() throws Exception {
    shop.perform(get("/oauth2/authorization/keycloak").header(HttpHeaders.ACCEPT_LANGUAGE, "de-AT"))
        .andExpect(
            header()
                .string(
                    HttpHeaders.LOCATION,
                    allOf(
                        startsWith(
                            "http://localhost:8080/realms/machine-portal/protocol/openid-connect/auth?"),
                        containsString("scope=openid%20profile%20email%20company%20organization:*"),
                        containsString("code_challenge_method=S256"),
                        containsString("nonce="),
                        containsString("ui_locales=de"))));
  }

  @Test
  void pagesRunNoScriptsAndAreNotFramed() throws Exception {
    shop.perform(get("/"))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    allOf(
                        containsString("default-src 'none'"),
                        containsString("frame-ancestors 'none'"),
                        containsString("form-action 'self' http://localhost:8080"))));
  }

  @Test
  void formsFromElsewhereAreRefused() throws Exception {
    signIn("acme", "quote.view", "order.place", "order.view-all");
    shop.perform(post("/c/acme/quotes/Q-1001/order").session(session).with(authentication(login())))
        .andExpect(status().isForbidden());
    shop.perform(
            post("/c/acme/quotes/Q-1001/order")
                .session(session)
                .with(authentication(login()))
                .with(csrf().useInvalidToken()))
        .andExpect(status().isForbidden());
    assertThat(renewals()).isZero();
  }

  @Test
  void aFormWhoseSessionIsGoneLeadsToTheSignedOutPage() throws Exception {
    shop.perform(post("/c/acme/quotes/Q-1001/order"))
        .andExpect(redirectedUrl("/signed-out?because=ended"));
  }

  @Test
  void signingOutEndsTheSessionAtKeycloakToo() throws Exception {
    signIn("acme", "quote.view");
    shop.perform(write("/logout"))
        .andExpect(
            redirectedUrl(
                "http://localhost:8080/realms/machine-portal/protocol/openid-connect/logout"
                    + "?id_token_hint=id-token&post_logout_redirect_uri="
                    + "http%3A%2F%2Flocalhost%3A8090%2Fsigned-out%3Fbecause%3Dyou"));
    assertThat(session.isInvalid()).isTrue();
  }

  private ResultActions backChannel(String token) throws Exception {
    return shop.perform(
        post("/logout/connect/back-channel/keycloak")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("logout_token", token));
  }

  private String logoutToken(String type, String sid) {
    return KEYCLOAK.logoutToken(
        type, Map.of("sub", subject, "sid", sid, "jti", UUID.randomUUID().toString()));
  }

  private void enterForReal() {
    signIn("acme", "quote.view");
    registry.registerNewSession(session.getId(), user());
  }

  @Test
  void aLogoutFromKeycloakEndsTheLoginItNames() throws Exception {
    enterForReal();
    backChannel(logoutToken("logout+jwt", "sid-" + subject))
        .andExpect(status().isOk())
        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"));
    shop.perform(read("/c/acme/quotes")).andExpect(redirectedUrl("/signed-out?because=ended"));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void aLogoutOfAnotherSessionEndsNothingHere() throws Exception {
    enterForReal();
    backChannel(logoutToken("logout+jwt", "another")).andExpect(status().isOk());
    shop.perform(read("/c/acme/quotes")).andExpect(status().isOk());
  }

  @Test
  void aForgedLogoutEndsNothing() throws Exception {
    enterForReal();
    String sid = "sid-" + subject;
    Map<String, Object> claims = Map.of("sub", subject, "sid", sid, "jti", "forged");
    backChannel(new KeycloakStandIn().logoutToken("logout+jwt", claims))
        .andExpect(status().isBadRequest());
    backChannel(logoutToken("JWT", sid)).andExpect(status().isBadRequest());
    backChannel(token("acme", "quote.view")).andExpect(status().isBadRequest());
    backChannel("rubbish").andExpect(status().isBadRequest());
    shop.perform(read("/c/acme/quotes")).andExpect(status().isOk());
  }

  @Test
  void aReplayedLogoutIsRefusedWithItsReason() throws Exception {
    String token = logoutToken("logout+jwt", "once");
    backChannel(token).andExpect(status().isOk());
    backChannel(token)
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("REPLAYED")));
  }

  @Test
  void foreignCompaniesAreClosed() throws Exception {
    signIn("acme", "quote.view", "order.place", "order.view-all");
    shop.perform(read("/c/zeta/quotes"))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("data-reason=\"NOT_A_MEMBER\"")));
    nextTokenHas("acme", "quote.view", "order.place", "order.view-all");
    shop.perform(write("/c/zeta/quotes/Q-1001/order")).andExpect(status().isForbidden());
    shop.perform(read("/company?choose=zeta")).andExpect(redirectedUrl("/company"));
    shop.perform(read("/company")).andExpect(redirectedUrl("/c/acme/quotes"));
  }

  @Test
  void whoBelongsToNoCompanyIsToldSo() throws Exception {
    holdToken(KEYCLOAK.accessToken(subject, Map.of()), Instant.now().plusSeconds(60));
    shop.perform(read("/company"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("data-testid=\"no-company\"")));
  }
}
