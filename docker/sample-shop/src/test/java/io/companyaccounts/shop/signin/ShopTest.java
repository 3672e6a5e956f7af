// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.companyaccounts.client.Proof;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.shop.KeycloakStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The whole shop without a port, with signed tokens in the shape Keycloak gives them. What the
 * token endpoint answers next is set by each test.
 */
@SpringBootTest(properties = {"shop.client-secret=test", "shop.realm=machine-portal"})
@AutoConfigureMockMvc
@Import(ShopTest.Keys.class)
abstract class ShopTest {

  static final KeycloakStandIn KEYCLOAK = new KeycloakStandIn();
  private static final AtomicInteger SUBJECTS = new AtomicInteger();
  private static final AtomicInteger RENEWALS = new AtomicInteger();
  private static volatile Supplier<String> nextToken =
      () -> {
        throw new AssertionError("the shop asked for a token");
      };

  @TestConfiguration(proxyBeanMethods = false)
  static class Keys {
    @Bean
    @Primary
    SigningKeys testKeys() {
      return () -> NimbusJwtDecoder.withPublicKey(KEYCLOAK.publicKey()).validateType(false).build();
    }

    @Bean
    @Primary
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> testRefresh() {
      return request -> {
        RENEWALS.incrementAndGet();
        return OAuth2AccessTokenResponse.withToken(nextToken.get())
            .tokenType(OAuth2AccessToken.TokenType.BEARER)
            .expiresIn(60)
            .build();
      };
    }

    @Bean
    @Primary
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> testExchange() {
      return request -> nextExchange.apply(request);
    }

    @Bean
    @Primary
    ProofRedemption testRedemption() {
      return proof -> nextRedemption.apply(proof);
    }
  }

  /** Answers of the token endpoint to a code; set by the tests of steps. */
  static volatile Function<OAuth2AuthorizationCodeGrantRequest, OAuth2AccessTokenResponse>
      nextExchange = ShopTest::noExchange;

  /** Answers to redeemed proofs; set by the tests of steps. */
  static volatile Function<Proof, Redemption> nextRedemption = ShopTest::noRedemption;

  static OAuth2AccessTokenResponse noExchange(OAuth2AuthorizationCodeGrantRequest request) {
    throw new AssertionError("the shop exchanged a code");
  }

  static Redemption noRedemption(Proof proof) {
    throw new AssertionError("the shop redeemed a proof");
  }

  @Autowired MockMvc shop;
  @Autowired private OAuth2AuthorizedClientRepository clients;
  @Autowired private ClientRegistrationRepository registrations;

  final MockHttpSession session = new MockHttpSession();
  final String subject = "person-" + SUBJECTS.incrementAndGet();

  @BeforeEach
  void startCounting() {
    RENEWALS.set(0);
    nextExchange = ShopTest::noExchange;
    nextRedemption = ShopTest::noRedemption;
    nextTokenIs(
        () -> {
          throw new AssertionError("the shop asked for a token");
        });
  }

  static int renewals() {
    return RENEWALS.get();
  }

  static void nextTokenIs(Supplier<String> token) {
    nextToken = token;
  }

  /**
   * Signs the person in with a token for each of: one company, and these permissions of the shop.
   */
  void signIn(String company, String... permissions) {
    holdToken(token(company, permissions), Instant.now().plusSeconds(60));
  }

  /** The next answer of the token endpoint. */
  void nextTokenHas(String company, String... permissions) {
    nextTokenIs(() -> token(company, permissions));
  }

  String token(String company, String... permissions) {
    return KEYCLOAK.accessToken(subject, Map.of("organization", claim(company, permissions)));
  }

  static Map<String, Object> claim(String company, String... permissions) {
    return Map.of(
        company,
        Map.of(
            "company_roles", List.of("purchaser", "Weekend shift"),
            "owner", false,
            "resource_access", Map.of("shop", Map.of("roles", List.of(permissions)))));
  }

  void holdToken(String token, Instant expiresAt) {
    Instant issued = expiresAt.minusSeconds(60);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    OAuth2AccessToken.TokenType bearer = OAuth2AccessToken.TokenType.BEARER;
    clients.saveAuthorizedClient(
        new OAuth2AuthorizedClient(
            registrations.findByRegistrationId("keycloak"),
            subject,
            new OAuth2AccessToken(bearer, token, issued, expiresAt),
            new OAuth2RefreshToken("refresh", issued)),
        login(),
        request,
        new MockHttpServletResponse());
  }

  OidcUser user() {
    Map<String, Object> claims =
        Map.of("sub", subject, "sid", "sid-" + subject, "name", "Petra Purchaser");
    Instant now = Instant.now();
    return new DefaultOidcUser(
        AuthorityUtils.createAuthorityList("OIDC_USER"),
        new OidcIdToken("id-token", now, now.plusSeconds(60), claims));
  }

  OAuth2AuthenticationToken login() {
    return new OAuth2AuthenticationToken(
        user(), AuthorityUtils.createAuthorityList("OIDC_USER"), "keycloak");
  }

  MockHttpServletRequestBuilder read(String path) {
    return get(path).session(session).with(authentication(login()));
  }

  MockHttpServletRequestBuilder write(String path) {
    return post(path).session(session).with(authentication(login())).with(csrf());
  }

  /** The end of the message key of what is said after a step. */
  static String notice(MvcResult result) {
    return String.valueOf(result.getFlashMap().get("done"));
  }
}
