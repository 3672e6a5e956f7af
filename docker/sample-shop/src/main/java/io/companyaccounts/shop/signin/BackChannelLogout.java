// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.AcceptLogout;
import io.companyaccounts.client.Logout;
import io.companyaccounts.client.LogoutExpectations;
import io.companyaccounts.shop.ShopSettings;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Keycloak says that a session has ended: the person signed out elsewhere, was blocked, or an
 * administrator ended the session. Open to everybody; the signature tells who speaks.
 */
@RestController
final class BackChannelLogout {

  static final String PATH = "/logout/connect/back-channel/" + KeycloakClient.REGISTRATION;

  private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

  private final KeycloakTokens tokens;
  private final AcceptLogout acceptLogout;
  private final Logins logins;
  private final Clock clock;

  BackChannelLogout(KeycloakTokens tokens, ShopSettings settings, Logins logins, Clock clock) {
    this.tokens = tokens;
    this.acceptLogout =
        new AcceptLogout(LogoutExpectations.of(settings.issuer(), ShopSettings.CLIENT));
    this.logins = logins;
    this.clock = clock;
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, String>> receive(@RequestParam("logout_token") String token) {
    Jwt verified;
    try {
      verified = tokens.logoutToken(token);
    } catch (BadJwtException forged) {
      return refused("the token is no logout token signed by the issuer");
    } catch (JwtException noKeys) {
      LOG.warn(
          "A logout could not be checked, Keycloak's keys cannot be had: {}", noKeys.getMessage());
      return ResponseEntity.status(503).cacheControl(CacheControl.noStore()).build();
    }
    return answer(acceptLogout.accept(verified.getClaims(), clock.instant()));
  }

  private ResponseEntity<Map<String, String>> answer(Logout logout) {
    if (logout instanceof Logout.Accepted accepted) {
      LOG.info("Keycloak ended a session; logins ended here: {}", logins.end(accepted));
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }
    return refused(((Logout.Refused) logout).reason().name());
  }

  private static ResponseEntity<Map<String, String>> refused(String why) {
    LOG.warn("A logout was refused: {}", why);
    return ResponseEntity.badRequest()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("error", "invalid_request", "error_description", why));
  }
}
