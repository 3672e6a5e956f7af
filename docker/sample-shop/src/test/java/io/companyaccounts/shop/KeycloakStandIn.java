// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Signs tokens as the realm would, for tests of what the shop makes of them. */
public final class KeycloakStandIn {

  public static final String ISSUER = "http://localhost:8080/realms/machine-portal";

  private final RSAKey key;

  public KeycloakStandIn() {
    try {
      this.key = new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public RSAPublicKey publicKey() {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An access token of the shop, valid for a minute, with more claims or others. */
  public String accessToken(String subject, Map<String, Object> claims) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("azp", "shop")
            .claim("typ", "Bearer");
    claims.forEach(token::claim);
    return sign("JWT", token.build());
  }

  /** An ID token of the shop, valid for a minute. */
  public String idToken(String subject, String nonce) {
    Instant now = Instant.now();
    return sign(
        "JWT",
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(subject)
            .audience("shop")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("azp", "shop")
            .claim("nonce", nonce)
            .build());
  }

  /** A logout token, valid for two minutes, with more claims or others. */
  public String logoutToken(String type, Map<String, Object> claims) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("shop")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    claims.forEach(token::claim);
    return sign(type, token.build());
  }

  private String sign(String type, JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(new JOSEObjectType(type))
              .keyID(key.getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
