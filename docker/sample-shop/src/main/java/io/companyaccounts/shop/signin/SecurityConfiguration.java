// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.shop.ShopSettings;
import io.companyaccounts.shop.signin.SignedOutPage.Because;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.util.HttpSessionMutexListener;

/** Which addresses need a login, and how one is made. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String LOGIN = "/oauth2/authorization/" + KeycloakClient.REGISTRATION;

  /** Files and health checks: no session, so that nothing but a page ever meets an ended login. */
  @Bean
  @Order(1)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return http.securityMatcher("/shop.css", "/favicon.svg", "/actuator/health/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .requestCache(cache -> cache.disable())
        .securityContext(context -> context.disable())
        .sessionManagement(sessions -> sessions.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      ShopSettings settings,
      SessionRegistry registry,
      SignOut signOut,
      OAuth2AuthorizationRequestResolver authorizationRequests,
      OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", SignedOutPage.PATH, BackChannelLogout.PATH, "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2Login(login -> signIn(login, authorizationRequests, codeExchange))
        .logout(logout -> logout.logoutSuccessHandler(signOut))
        .csrf(csrf -> csrf.ignoringRequestMatchers(BackChannelLogout.PATH))
        .requestCache(cache -> cache.requestCache(wayBack()))
        .exceptionHandling(errors -> errors.accessDeniedHandler(formRefused()))
        .sessionManagement(
            sessions ->
                sessions
                    .maximumSessions(-1) // not to limit them, but to know and end them
                    .sessionRegistry(registry)
                    .expiredUrl(SignedOutPage.path(Because.ENDED)))
        .headers(headers -> tight(headers, settings))
        .build();
  }

  /** Makes requests with state, nonce and PKCE, in the browser's language. */
  @Bean
  OAuth2AuthorizationRequestResolver authorizationRequests(
      ClientRegistrationRepository registrations) {
    var requests =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(
                request ->
                    request.additionalParameters(
                        all ->
                            all.put("ui_locales", LocaleContextHolder.getLocale().getLanguage()))));
    return requests;
  }

  private static void signIn(
      OAuth2LoginConfigurer<HttpSecurity> login,
      OAuth2AuthorizationRequestResolver requests,
      OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange) {
    login
        .loginPage(LOGIN)
        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeExchange))
        .failureUrl(SignedOutPage.path(Because.FAILED));
  }

  /** Styles only from here, no scripts at all; forms may lead to Keycloak, to sign in and out. */
  private static void tight(HeadersConfigurer<HttpSecurity> headers, ShopSettings settings) {
    headers
        .contentSecurityPolicy(
            policy ->
                policy.policyDirectives(
                    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self' "
                        + settings.keycloakOrigin()))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  /** Leads back to the page that needed the login, without adding to its address. */
  private static RequestCache wayBack() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    cache.setRequestMatcher(request -> request.getMethod().equals("GET"));
    return cache;
  }

  /** A form whose session is gone leads to the signed-out page; a forged one is a plain 403. */
  private static AccessDeniedHandler formRefused() {
    AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    return (request, response, refusal) -> {
      // The request does not know its principal yet where forms are checked.
      if (SecurityContextHolder.getContext().getAuthentication() == null) {
        response.sendRedirect(request.getContextPath() + SignedOutPage.path(Because.ENDED));
      } else {
        forbidden.handle(request, response, refusal);
      }
    };
  }

  @Bean
  SessionRegistry sessionRegistry() {
    return new SessionRegistryImpl();
  }

  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  /** Gives each session one object to synchronize on. */
  @Bean
  HttpSessionMutexListener sessionMutex() {
    return new HttpSessionMutexListener();
  }

  @Bean
  ServletContextInitializer secureCookie(ShopSettings settings) {
    return context -> context.getSessionCookieConfig().setSecure(settings.secure());
  }
}
