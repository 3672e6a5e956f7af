// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.platform.ApiCors;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * Answers preflight requests of browsers, which carry no token, in place of everything that is on
 * the member side: there the path would lead to who asks for one.
 */
public final class PreflightResource {

  private final KeycloakSession session;

  PreflightResource(KeycloakSession session) {
    this.session = session;
  }

  @OPTIONS
  @Path("{any:.*}")
  public Response preflight() {
    return ApiCors.preflight(session);
  }
}
