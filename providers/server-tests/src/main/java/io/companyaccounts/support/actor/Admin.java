// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import io.companyaccounts.support.server.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The administrator of the whole server, over Keycloak's own admin REST. */
public final class Admin {

  private final KeycloakServer server;
  private final Http http;

  public Admin(KeycloakServer server) {
    this.server = server;
    this.http = new Http(server.url()).as(server::adminToken);
  }

  /** Calls with the administrator's token; paths begin at the server's base URL. */
  public Http http() {
    return http;
  }

  /** Makes a realm; what is given goes over the defaults. Delete it at the end of the test. */
  public RealmAdmin createRealm(String name, Map<String, ?> settings) {
    Map<String, Object> realm = new LinkedHashMap<>();
    realm.put("realm", name);
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    realm.put("organizationsEnabled", true);
    realm.putAll(settings);
    http.post("/admin/realms", realm).expect(201);
    return realm(name);
  }

  /** One realm that exists. */
  public RealmAdmin realm(String name) {
    return new RealmAdmin(server, http, name);
  }
}
