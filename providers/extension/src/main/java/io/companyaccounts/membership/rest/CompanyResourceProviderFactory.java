// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import jakarta.ws.rs.HttpMethod;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the member side at {@code /realms/{realm}/company}. */
public final class CompanyResourceProviderFactory implements RealmResourceProviderFactory {

  public static final String ID = "company";

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return session.getContext().getHttpRequest().getHttpMethod().equals(HttpMethod.OPTIONS)
            ? new PreflightResource(session)
            : new MemberSideResource(session);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
