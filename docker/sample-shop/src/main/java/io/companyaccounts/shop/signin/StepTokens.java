// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.StepHint;
import io.companyaccounts.shop.signin.PendingSteps.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Gets the tokens of a step, with all checks of a login: state, PKCE, nonce, signature, issuer,
 * audience and times.
 */
@Component
final class StepTokens {

  private static final Logger LOG = LoggerFactory.getLogger(StepTokens.class);

  private final ClientRegistration registration;
  private final OidcAuthorizationCodeAuthenticationProvider login;
  private final KeycloakTokens tokens;

  StepTokens(
      ClientRegistrationRepository registrations,
      OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange,
      SigningKeys keys,
      KeycloakTokens tokens) {
    this.registration = registrations.findByRegistrationId(KeycloakClient.REGISTRATION);
    this.login =
        new OidcAuthorizationCodeAuthenticationProvider(codeExchange, new OidcUserService());
    NimbusJwtDecoder idTokens = keys.decoder();
    idTokens.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    this.login.setJwtDecoderFactory(client -> idTokens);
    this.tokens = tokens;
  }

  StepReturn exchange(Pending pending, String code, StepHint hint) {
    OAuth2AuthorizationResponse response =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(pending.request().getRedirectUri())
            .state(pending.request().getState())
            .build();
    try {
      Authentication back =
          login.authenticate(
              new OAuth2LoginAuthenticationToken(
                  registration, new OAuth2AuthorizationExchange(pending.request(), response)));
      return verified(pending.step(), (OAuth2LoginAuthenticationToken) back, hint);
    } catch (OAuth2AuthenticationException refusal) {
      String error = refusal.getError().getErrorCode();
      LOG.info("A step brought no tokens: {}", error);
      return error.equals(AccessTokens.NO_ANSWER)
          ? new StepReturn.Unreachable(pending.step())
          : new StepReturn.Failed(pending.step());
    }
  }

  private StepReturn verified(Step step, OAuth2LoginAuthenticationToken back, StepHint hint) {
    try {
      Jwt token = tokens.accessToken(back.getAccessToken().getTokenValue());
      boolean same =
          step.person().equals(back.getName()) && back.getName().equals(token.getSubject());
      return same ? new StepReturn.Back(step, token, hint) : new StepReturn.OtherPerson(step);
    } catch (BadJwtException notForUs) {
      LOG.warn("A step brought a token that is not for this shop");
      return new StepReturn.Failed(step);
    } catch (JwtException noKeys) {
      return new StepReturn.Unreachable(step);
    }
  }
}
