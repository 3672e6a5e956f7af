// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.RedeemProof;
import io.companyaccounts.shop.ShopSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The shop as a client of Keycloak: who it is, and how it talks to Keycloak. */
@Configuration(proxyBeanMethods = false)
class KeycloakClient {

  static final String REGISTRATION = "keycloak";

  /**
   * Endpoints are written down instead of discovered, so that the shop starts without waiting for
   * Keycloak, and so that browser and server may know Keycloak by different names.
   */
  @Bean
  ClientRegistrationRepository registrations(ShopSettings settings) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(ShopSettings.CLIENT)
            .clientSecret(settings.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .scope("openid", "profile", "email", "company", "organization:*")
            .redirectUri(settings.url() + "/login/oauth2/code/" + REGISTRATION)
            .authorizationUri(settings.browserEndpoint("auth"))
            .tokenUri(settings.serverEndpoint("token"))
            .jwkSetUri(settings.serverEndpoint("certs"))
            .issuerUri(settings.issuer())
            .userNameAttributeName("sub")
            .build());
  }

  /** Tokens belong to the login: two browsers of one person have two Keycloak sessions. */
  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
    var exchange = new RestClientAuthorizationCodeTokenResponseClient();
    exchange.setRestClient(tokenEndpoint());
    return exchange;
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh() {
    var refresh = new RestClientRefreshTokenTokenResponseClient();
    refresh.setRestClient(tokenEndpoint());
    return refresh;
  }

  @Bean
  SigningKeys signingKeys(ShopSettings settings) {
    RestTemplate keys = new RestTemplate(patient());
    return () ->
        NimbusJwtDecoder.withJwkSetUri(settings.serverEndpoint("certs"))
            .restOperations(keys)
            .validateType(false) // by KeycloakTokens, which knows what it expects
            .build();
  }

  @Bean
  ProofRedemption proofRedemption(ShopSettings settings) {
    URI realm = URI.create(settings.serverRealm());
    return new RedeemProof(realm, ShopSettings.CLIENT, settings.clientSecret())::redeem;
  }

  private static RestClient tokenEndpoint() {
    return RestClient.builder()
        .requestFactory(patient())
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new FormHttpMessageConverter());
              converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** Patient, but not for ever: a Keycloak that hangs must not hold all threads of the shop. */
  private static ClientHttpRequestFactory patient() {
    return ClientHttpRequestFactoryBuilder.jdk()
        .build(
            ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(3))
                .withReadTimeout(Duration.ofSeconds(10)));
  }
}
