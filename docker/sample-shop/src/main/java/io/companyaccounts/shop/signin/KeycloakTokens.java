// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.shop.ShopSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Verifies what Keycloak signed. */
@Component
final class KeycloakTokens {

  private final JwtDecoder accessTokens;
  private final JwtDecoder logoutTokens;

  KeycloakTokens(SigningKeys keys, ShopSettings settings) {
    this.accessTokens = accessTokens(keys.decoder(), settings);
    this.logoutTokens = logoutTokens(keys.decoder());
  }

  private static JwtDecoder accessTokens(NimbusJwtDecoder decoder, ShopSettings settings) {
    JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            type,
            new JwtTimestampValidator(),
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<>("azp", ShopSettings.CLIENT::equals)));
    return decoder;
  }

  /** Signature and type only: the claims are judged by {@code AcceptLogout}. */
  private static JwtDecoder logoutTokens(NimbusJwtDecoder decoder) {
    decoder.setJwtValidator(new JwtTypeValidator("logout+jwt"));
    return decoder;
  }

  /**
   * An access token that Keycloak issued to this shop.
   *
   * @throws org.springframework.security.oauth2.jwt.JwtException when it did not, or when its keys
   *     cannot be had
   */
  Jwt accessToken(String token) {
    return accessTokens.decode(token);
  }

  /**
   * A token that Keycloak signed as a logout token.
   *
   * @throws org.springframework.security.oauth2.jwt.JwtException when it did not, or when its keys
   *     cannot be had
   */
  Jwt logoutToken(String token) {
    return logoutTokens.decode(token);
  }
}
