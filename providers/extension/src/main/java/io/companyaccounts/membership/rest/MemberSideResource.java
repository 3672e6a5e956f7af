// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import io.companyaccounts.platform.BearerAccess;
import io.companyaccounts.platform.BearerCaller;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/company}: for the people of companies, with their own bearer token. */
public final class MemberSideResource {

  private final KeycloakSession session;

  MemberSideResource(KeycloakSession session) {
    this.session = session;
  }

  /** What the caller is told about oneself. */
  @Path("me")
  public MeResource me() {
    return new MeResource(session, BearerAccess.authenticate(session));
  }

  /** One company of the caller. */
  @Path("organizations/{org}")
  public OrganizationResource organization(@PathParam("org") String idOrAlias) {
    BearerCaller caller = BearerAccess.authenticate(session);
    return new OrganizationResource(
        MemberAccess.of(session, Organizations.require(session, idOrAlias), caller));
  }

  /** What other features open to everybody. */
  @Path("{feature}")
  public Object feature(@PathParam("feature") String id) {
    CompanyResource feature = session.getProvider(CompanyResource.class, id);
    Object resource = feature == null ? null : feature.ofRealm();
    if (resource == null) {
      throw new NotFoundException();
    }
    return resource;
  }
}
