// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The access token of a login, as new as it has to be: what it says is all the shop knows about
 * roles, so its age is how long a role that was taken away still works.
 */
@Component
public final class AccessTokens {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
  private static final Duration ALMOST = Duration.ofSeconds(3);

  /** Spring's word for "no answer that could be understood". */
  static final String NO_ANSWER = "invalid_token_response";

  private final OAuth2AuthorizedClientRepository clients;
  private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh;
  private final KeycloakTokens tokens;
  private final Clock clock;

  AccessTokens(
      OAuth2AuthorizedClientRepository clients,
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh,
      KeycloakTokens tokens,
      Clock clock) {
    this.clients = clients;
    this.refresh = refresh;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The token at hand, renewed only when it has expired: good enough for showing.
   *
   * @throws SignedOutException when it has expired and Keycloak will not renew it
   * @throws KeycloakUnreachableException when Keycloak does not answer
   */
  public Jwt current(Authentication login, HttpServletRequest in, HttpServletResponse out) {
    return token(login, in, out, this::isExpired);
  }

  /**
   * A token issued this moment: what a decision to change something is made on.
   *
   * @throws SignedOutException when Keycloak will not issue one
   * @throws KeycloakUnreachableException when Keycloak does not answer
   */
  public Jwt renewed(Authentication login, HttpServletRequest in, HttpServletResponse out) {
    return token(login, in, out, token -> true);
  }

  private boolean isExpired(OAuth2AccessToken token) {
    Instant end = token.getExpiresAt();
    return end == null || !end.minus(ALMOST).isAfter(clock.instant());
  }

  /**
   * One renewal at a time per login: where refresh tokens are for one use, a second one ends it.
   */
  private Jwt token(
      Authentication login,
      HttpServletRequest in,
      HttpServletResponse out,
      Predicate<OAuth2AccessToken> tooOld) {
    synchronized (WebUtils.getSessionMutex(in.getSession())) {
      OAuth2AuthorizedClient client =
          clients.loadAuthorizedClient(KeycloakClient.REGISTRATION, login, in);
      if (client == null) {
        throw new SignedOutException("the login has no tokens");
      }
      if (tooOld.test(client.getAccessToken())) {
        client = renew(client);
        clients.saveAuthorizedClient(client, login, in, out);
      }
      return verified(client);
    }
  }

  private OAuth2AuthorizedClient renew(OAuth2AuthorizedClient old) {
    OAuth2RefreshToken refreshToken = old.getRefreshToken();
    if (refreshToken == null) {
      throw new SignedOutException("the login cannot be renewed");
    }
    OAuth2AccessTokenResponse answer = ask(old, refreshToken);
    @Nullable OAuth2RefreshToken next = answer.getRefreshToken();
    return new OAuth2AuthorizedClient(
        old.getClientRegistration(),
        old.getPrincipalName(),
        answer.getAccessToken(),
        next == null ? refreshToken : next);
  }

  private OAuth2AccessTokenResponse ask(
      OAuth2AuthorizedClient old, OAuth2RefreshToken refreshToken) {
    try {
      return refresh.getTokenResponse(
          new OAuth2RefreshTokenGrantRequest(
              old.getClientRegistration(), old.getAccessToken(), refreshToken));
    } catch (OAuth2AuthorizationException refusal) {
      String code = refusal.getError().getErrorCode();
      if (code.equals(NO_ANSWER)) {
        throw new KeycloakUnreachableException(refusal);
      }
      LOG.info("Keycloak did not renew a login: {}", code);
      throw new SignedOutException(code);
    }
  }

  private Jwt verified(OAuth2AuthorizedClient client) {
    try {
      Jwt token = tokens.accessToken(client.getAccessToken().getTokenValue());
      if (!client.getPrincipalName().equals(token.getSubject())) {
        throw new SignedOutException("the token belongs to somebody else");
      }
      return token;
    } catch (BadJwtException notForUs) {
      throw notForUs;
    } catch (JwtException noKeys) {
      throw new KeycloakUnreachableException(noKeys);
    }
  }
}
