// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;

/**
 * Cross-origin access of the member-side resources: the web origins of the client that got the
 * token. Headers are put on the underlying response at once, so that errors carry them too.
 */
public final class ApiCors {

  private static final String[] EXPOSED = {"ETag", "Location", "WWW-Authenticate"};

  private ApiCors() {}

  /** Answers {@code OPTIONS}; nobody is known yet, so the real call decides about the origin. */
  public static Response preflight(KeycloakSession session) {
    Response response =
        Cors.builder()
            .preflight()
            .allowedMethods("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
            .auth()
            .add(Response.ok());
    if (session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(Cors.ORIGIN_HEADER)
        != null) {
      session
          .getContext()
          .getHttpResponse()
          .addHeader(Cors.ACCESS_CONTROL_ALLOW_HEADERS, "If-Match");
    }
    return response;
  }

  /** Lets the web origins of the token's client read the answer, others get 403. */
  static void allow(AccessToken token) {
    try {
      Cors.builder().auth().exposedHeaders(EXPOSED).checkAllowedOrigins(token).add();
    } catch (ForbiddenException e) {
      throw ApiException.forbidden(
          "origin_not_allowed", "The client of this token does not allow this web origin.");
    }
  }

  /** A 401 tells nothing, so that every page may read it and sign in again. */
  static void allowAnyone() {
    Cors.builder().allowAllOrigins().exposedHeaders(EXPOSED).add();
  }
}
