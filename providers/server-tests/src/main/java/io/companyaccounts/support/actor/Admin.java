// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import io.companyaccounts.support.server.KeycloakServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The administrator of the whole server, over Keycloak's own admin REST. */
public final class Admin {

  /** Less than the minute for which the server's administrator gets a token. */
  private static final Duration TOKEN_USE = Duration.ofSeconds(40);

  /** Tests are no place for slow password hashes. */
  private static final String QUICK_HASHES = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

  private final KeycloakServer server;
  private final Http http;

  public Admin(KeycloakServer server) {
    this.server = server;
    this.http = new Http(server.url()).as(remembered(server::adminToken));
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
    realm.put("passwordPolicy", QUICK_HASHES);
    realm.putAll(settings);
    http.post("/admin/realms", realm).expect(201);
    return realm(name);
  }

  /** One realm that exists. */
  public RealmAdmin realm(String name) {
    return new RealmAdmin(server, http, name);
  }

  /** Asked for once in a while: each sign-in costs the server a slow password hash. */
  private static Supplier<String> remembered(Supplier<String> token) {
    return new Supplier<>() {
      private String last = "";
      private long until = System.nanoTime();

      @Override
      public synchronized String get() {
        if (until - System.nanoTime() <= 0) {
          last = token.get();
          until = System.nanoTime() + TOKEN_USE.toNanos();
        }
        return last;
      }
    };
  }
}
