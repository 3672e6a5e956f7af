// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the token endpoint hands out. */
public record Tokens(String access, @Nullable String refreshToken, @Nullable String idToken) {

  static Tokens of(Reply reply) {
    JsonNode json = reply.expect(200).json();
    return new Tokens(
        json.get("access_token").asText(), text(json, "refresh_token"), text(json, "id_token"));
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.hasNonNull(field) ? json.get(field).asText() : null;
  }

  /** The refresh token. */
  public String refresh() {
    if (refreshToken == null) {
      throw new AssertionError("No refresh token was given");
    }
    return refreshToken;
  }

  /** The claims of the access token. */
  public JsonNode accessClaims() {
    return claims(access);
  }

  /** The claims of the ID token. */
  public JsonNode idClaims() {
    if (idToken == null) {
      throw new AssertionError("No ID token was given; ask for scope openid");
    }
    return claims(idToken);
  }

  /** The claims of any signed token, not verified. */
  public static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new AssertionError("Not a signed token: " + token);
    }
    return Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }
}
