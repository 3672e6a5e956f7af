// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The administrator in one realm: what tests prepare again and again, and any other call. */
public final class RealmAdmin {

  private final KeycloakServer server;
  private final Http http;
  private final String name;

  RealmAdmin(KeycloakServer server, Http http, String name) {
    this.server = server;
    this.http = http;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** The path {@code /admin/realms/<this>} with something added. */
  public String path(String rest) {
    return "/admin/realms/" + name + rest;
  }

  /** GET below this realm, for instance {@code /users?max=5}. */
  public Reply get(String path) {
    return http.get(path(path));
  }

  /** POST below this realm. */
  public Reply post(String path, Object json) {
    return http.post(path(path), json);
  }

  /** PUT below this realm. */
  public Reply put(String path, Object json) {
    return http.put(path(path), json);
  }

  /** DELETE below this realm. */
  public Reply delete(String path) {
    return http.delete(path(path));
  }

  /** Sends the realm's mail to a mailbox. */
  public RealmAdmin mailsTo(Mailbox mailbox) {
    put("", Map.of("realm", name, "smtpServer", mailbox.smtpSettings(server.hostOfTests())))
        .expect(204);
    return this;
  }

  /** Makes a user with a name, a verified e-mail address and a password; returns the id. */
  public String createUser(String email, String password) {
    return createUser(email, password, Map.of());
  }

  /** The same with more fields of Keycloak's user representation. */
  public String createUser(String email, String password, Map<String, ?> more) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", email);
    user.put("email", email);
    user.put("emailVerified", true);
    user.put("firstName", "First");
    user.put("lastName", "Last");
    user.put("enabled", true);
    user.put(
        "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)));
    user.putAll(more);
    return post("/users", user).createdId();
  }

  /** Makes an organization with one domain {@code <alias>.example}; returns the id. */
  public String createOrganization(String alias) {
    Map<String, Object> domain = Map.of("name", alias + ".example", "verified", true);
    return post(
            "/organizations",
            Map.of("name", alias, "alias", alias, "enabled", true, "domains", List.of(domain)))
        .createdId();
  }

  /** Makes a user a member, natively. */
  public void addMember(String organizationId, String userId) {
    post("/organizations/" + organizationId + "/members", userId).expect(201);
  }

  /**
   * Makes a confidential client with secret {@code secret}, code flow and direct grant, that may
   * redirect to {@code http://localhost/<clientId>/*}; returns the id.
   */
  public String createClient(String clientId, Map<String, ?> more) {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("clientId", clientId);
    client.put("enabled", true);
    client.put("secret", OidcClient.SECRET);
    client.put("standardFlowEnabled", true);
    client.put("directAccessGrantsEnabled", true);
    client.put("redirectUris", List.of("http://localhost/" + clientId + "/*"));
    client.putAll(more);
    return post("/clients", client).createdId();
  }

  /** The application side of a client of this realm. */
  public OidcClient client(String clientId) {
    return new OidcClient(server.url(), name, clientId);
  }

  /** The id of a client. */
  public String clientUuid(String clientId) {
    JsonNode found = get("/clients?clientId=" + Http.encode(clientId)).expect(200).json();
    if (found.isEmpty()) {
      throw new AssertionError("No client " + clientId + " in " + name);
    }
    return found.get(0).get("id").asText();
  }

  /** Removes the realm with everything in it. */
  public void remove() {
    http.delete(path("")).expect(204);
  }
}
