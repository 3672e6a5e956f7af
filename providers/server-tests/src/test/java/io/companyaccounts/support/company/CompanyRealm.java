// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.company;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.server.KeycloakServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small realm of a test's own: organizations on, the pack set up, a shop and a portal with
 * permissions, four company roles, and helpers that make companies and people.
 *
 * <p>Ranks: director 90, administrator 80, purchaser 50, operator 10 (the default role).
 */
public final class CompanyRealm {

  public static final String PASSWORD = "secret-of-the-test";
  public static final String SHOP = "shop";
  public static final String PORTAL = "portal";

  private final KeycloakServer server;
  private final RealmAdmin admin;

  private CompanyRealm(KeycloakServer server, RealmAdmin admin) {
    this.server = server;
    this.admin = admin;
  }

  public static CompanyRealm create(KeycloakServer server, Admin admin, String name) {
    RealmAdmin realm =
        admin.createRealm(
            name,
            Map.of(
                "organizationsEnabled",
                true,
                "adminEventsEnabled",
                true,
                "adminEventsDetailsEnabled",
                true,
                "eventsEnabled",
                true));
    CompanyRealm company = new CompanyRealm(server, realm);
    realm.post("/company/setup", Map.of()).expect(200);
    company.application(SHOP, true);
    company.application(PORTAL, false);
    company.permissions();
    company.roles();
    return company;
  }

  private void application(String clientId, boolean fullScope) {
    admin.createClient(
        clientId,
        Map.of(
            "fullScopeAllowed",
            fullScope,
            "webOrigins",
            List.of("https://" + clientId + ".example"),
            "optionalClientScopes",
            List.of("organization", "company", "company-api", "offline_access"),
            "attributes",
            Map.of("post.logout.redirect.uris", "+")));
  }

  private void permissions() {
    permission(SHOP, "order.request", "order", "read");
    permission(SHOP, "order.place", "order", "full");
    permission(SHOP, "order.release", "order", "full");
    permission(PORTAL, "machine.view", "machine", "read");
    include(SHOP, "order.place", SHOP, "order.request");
  }

  private void roles() {
    companyRole(
        "director",
        90,
        "shop:order.release",
        "shop:order.place",
        "portal:machine.view",
        "company:members.view",
        "company:members.manage",
        "company:members.invite",
        "company:roles.assign",
        "company:roles.define",
        "company:activity.view");
    companyRole(
        "administrator",
        80,
        "company:members.view",
        "company:members.manage",
        "company:members.invite",
        "company:roles.assign",
        "company:roles.define");
    companyRole("purchaser", 50, "shop:order.place", "company:members.view");
    companyRole("operator", 10, "shop:order.request", "portal:machine.view");
    markDefault("operator");
  }

  /** Makes a client role that companies can put into roles of their own. */
  public void permission(String clientId, String name, String resource, String level) {
    Map<String, List<String>> attributes =
        Map.of(
            "company.resource",
            List.of(resource),
            "company.level",
            List.of(level),
            "company.assignable",
            List.of("true"));
    String roles = "/clients/" + admin.clientUuid(clientId) + "/roles";
    admin.post(roles, Map.of("name", name, "attributes", attributes)).expect(201);
  }

  /** Marks a permission of the shop as one that roles can give up to an amount. */
  public void letLimit(String name) {
    JsonNode role = clientRole(SHOP, name);
    Map<String, Object> attributes = new HashMap<>();
    role.get("attributes")
        .properties()
        .forEach(each -> attributes.put(each.getKey(), Json.texts(each.getValue())));
    attributes.put("company.limit", List.of("true"));
    String id = role.get("id").asText();
    admin
        .put("/roles-by-id/" + id, Map.of("id", id, "name", name, "attributes", attributes))
        .expect(204);
  }

  private void include(String clientId, String name, String otherClient, String other) {
    String id = clientRole(clientId, name).get("id").asText();
    admin
        .post("/roles-by-id/" + id + "/composites", List.of(clientRole(otherClient, other)))
        .expect(204);
  }

  /** Makes a predefined company role. */
  public void companyRole(String name, int rank, String... permissions) {
    Map<String, List<String>> attributes =
        Map.of("company.role", List.of("true"), "company.rank", List.of(Integer.toString(rank)));
    admin.post("/roles", Map.of("name", name, "attributes", attributes)).expect(201);
    List<JsonNode> composites = new ArrayList<>();
    for (String permission : permissions) {
      String[] parts = permission.split(":");
      composites.add(clientRole(parts[0], parts[1]));
    }
    admin.post("/roles/" + name + "/composites", composites).expect(204);
  }

  /** Makes a company role that externals may hold. */
  public void externalRole(String name, int rank, String... permissions) {
    companyRole(name, rank, permissions);
    mark(name, rank, "company.external");
  }

  private void markDefault(String name) {
    mark(name, 10, "company.default");
  }

  private void mark(String name, int rank, String attribute) {
    JsonNode role = admin.get("/roles/" + name).expect(200).json();
    Map<String, Object> changed = new HashMap<>();
    changed.put("id", role.get("id").asText());
    changed.put("name", name);
    changed.put(
        "attributes",
        Map.of(
            "company.role",
            List.of("true"),
            "company.rank",
            List.of(Integer.toString(rank)),
            attribute,
            List.of("true")));
    admin.put("/roles/" + name, changed).expect(204);
  }

  /** Puts an audience into the tokens of a client. */
  public void audience(String clientId, String audience) {
    admin
        .post(
            "/clients/" + admin.clientUuid(clientId) + "/protocol-mappers/models",
            Map.of(
                "name",
                "aud-" + audience,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of(
                    "included.client.audience", audience,
                    "access.token.claim", "true",
                    "introspection.token.claim", "true")))
        .expect(201);
  }

  public JsonNode clientRole(String clientId, String name) {
    return admin
        .get("/clients/" + admin.clientUuid(clientId) + "/roles/" + name)
        .expect(200)
        .json();
  }

  public String realmRoleId(String name) {
    return admin.get("/roles/" + name).expect(200).json().get("id").asText();
  }

  /** Makes a company; returns the organization's id. */
  public String company(String alias) {
    return admin.createOrganization(alias);
  }

  /** Makes a person who is a member with these roles; returns the id. */
  public String member(String organizationId, String email, String... roles) {
    String user = admin.createUser(email, PASSWORD);
    admin.addMember(organizationId, user);
    if (roles.length > 0) {
      setRoles(organizationId, user, roles);
    }
    return user;
  }

  /** Gives roles as the realm admin. */
  public void setRoles(String organizationId, String userId, String... roles) {
    admin
        .put(
            "/company/organizations/" + organizationId + "/members/" + userId + "/roles",
            rolesBody(roles))
        .expect(200);
  }

  public void nameOwner(String organizationId, String userId) {
    admin
        .put("/company/organizations/" + organizationId + "/owner", Map.of("user", userId))
        .expect(200);
  }

  /** The body of a change of roles. */
  public static Map<String, Object> rolesBody(String... roles) {
    return Map.of("roles", List.of(roles).stream().map(role -> Map.of("role", role)).toList());
  }

  /** The REST interface as somebody of a company sees it, signed in over the portal. */
  public Http as(String email) {
    Tokens tokens = portal().password(email, PASSWORD, "openid company-api");
    return new Http(server.url()).as(tokens.access());
  }

  /** A path of the member side. */
  public String path(String rest) {
    return "/realms/" + admin.name() + "/company" + rest;
  }

  public OidcClient shop() {
    return admin.client(SHOP);
  }

  public OidcClient portal() {
    return admin.client(PORTAL);
  }

  public RealmAdmin admin() {
    return admin;
  }

  public KeycloakServer server() {
    return server;
  }
}
