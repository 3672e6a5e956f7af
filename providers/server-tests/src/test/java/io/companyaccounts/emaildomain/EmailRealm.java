// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A realm whose companies care about addresses: the role {@code chief} may do everything, the role
 * {@code guest} is for externals.
 */
final class EmailRealm {

  static final String CHIEF = "chief";
  static final String GUEST = "guest";

  /** A client with everything that Keycloak gives by default, as the account console has it. */
  private static final String CONSOLE = "console";

  /** Alias of the identity provider; the realm behind it has the same name with this at its end. */
  static final String PARTNER = "partner";

  private final KeycloakServer server;
  private final Admin everything;
  private final CompanyRealm realm;
  private final Mailbox mailbox;
  private @Nullable RealmAdmin partner;

  private EmailRealm(KeycloakServer server, Admin everything, CompanyRealm realm, Mailbox mailbox) {
    this.server = server;
    this.everything = everything;
    this.realm = realm;
    this.mailbox = mailbox;
  }

  static EmailRealm create(KeycloakServer server, Admin admin, Mailbox mailbox, String name) {
    CompanyRealm realm = CompanyRealm.create(server, admin, name);
    realm.admin().put("", Map.of("realm", name, "accessTokenLifespan", 1800)).expect(204);
    realm.admin().mailsTo(mailbox);
    realm.companyRole(
        CHIEF,
        95,
        "company:members.view",
        "company:members.manage",
        "company:members.invite",
        "company:roles.assign",
        "company:roles.define",
        "company:settings.manage",
        "company:activity.view");
    realm.companyRole(GUEST, 5, "shop:order.request");
    Map<String, List<String>> external =
        Map.of(
            "company.role", List.of("true"),
            "company.rank", List.of("5"),
            "company.external", List.of("true"));
    String id = realm.realmRoleId(GUEST);
    realm
        .admin()
        .put("/roles/" + GUEST, Map.of("id", id, "name", GUEST, "attributes", external))
        .expect(204);
    realm.admin().createClient(CONSOLE, Map.of());
    return new EmailRealm(server, admin, realm, mailbox);
  }

  void remove() {
    realm.admin().remove();
    if (partner != null) {
      partner.remove();
    }
  }

  CompanyRealm realm() {
    return realm;
  }

  RealmAdmin admin() {
    return realm.admin();
  }

  Mailbox mailbox() {
    return mailbox;
  }

  /** An address below this realm. */
  URI address(String path) {
    return URI.create(server.url() + "/realms/" + admin().name() + path);
  }

  /** The whole server's administrator, for what only forms can do. */
  Http adminForms() {
    return everything.http();
  }

  /** Somebody in the account console. */
  Http account(String username) {
    String token =
        admin().client(CONSOLE).password(username, CompanyRealm.PASSWORD, "openid").access();
    return new Http(server.url()).as(token).with("Accept", "application/json");
  }

  /** Sets name, domains and attributes of an organization as given, and nothing else. */
  void organization(
      String org, String alias, List<String> domains, Map<String, String> attributes) {
    Map<String, List<String>> lists = new HashMap<>();
    attributes.forEach((key, value) -> lists.put(key, List.of(value)));
    admin()
        .put(
            "/organizations/" + org,
            Map.of(
                "id",
                org,
                "name",
                alias,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                domains.stream().map(name -> Map.of("name", name, "verified", true)).toList(),
                "attributes",
                lists))
        .expect(204);
  }

  /** Sets attributes of the realm; empty texts take them away. */
  /** A realm admin with these roles of Keycloak's own alone. */
  Http adminWith(String email, String... roles) {
    String id = admin().createUser(email, CompanyRealm.PASSWORD);
    String management = admin().clientUuid("realm-management");
    admin()
        .post(
            "/users/" + id + "/role-mappings/clients/" + management,
            Stream.of(roles).map(role -> realm.clientRole("realm-management", role)).toList())
        .expect(204);
    return new Http(server.url())
        .as(realm.shop().password(email, CompanyRealm.PASSWORD, "openid").access());
  }

  void attributes(Map<String, String> attributes) {
    ObjectNode all = (ObjectNode) admin().get("").expect(200).json().get("attributes");
    attributes.forEach(all::put);
    admin().put("", Map.of("realm", admin().name(), "attributes", all)).expect(204);
  }

  /** Whether people change their address on a page of its own, and nowhere else. */
  void enableEmailPage(boolean enabled) {
    String path = "/authentication/required-actions/UPDATE_EMAIL";
    ObjectNode action = (ObjectNode) admin().get(path).expect(200).json();
    admin().put(path, action.put("enabled", enabled)).expect(204);
  }

  /** Whom the pack sees as a member; a 404 if nobody. */
  Reply member(String org, String user) {
    return admin().get("/company/organizations/" + org + "/members/" + user);
  }

  /** Keycloak's accounts with this address. */
  JsonNode accounts(String email) {
    return admin().get("/users?exact=true&email=" + Http.encode(email)).expect(200).json();
  }

  /** Says through an import what a member's state and roles shall be. */
  Reply state(String alias, String username, String state, String... roles) {
    Map<String, Object> member = new HashMap<>(CompanyRealm.rolesBody(roles));
    member.put("username", username);
    member.put("state", state);
    return admin()
        .post(
            "/company/import",
            Map.of(
                "format",
                1,
                "organizations",
                List.of(Map.of("alias", alias, "members", List.of(member)))));
  }

  JsonNode activity(String org, String kind) {
    return admin()
        .get("/company/organizations/" + org + "/activity?kind=" + kind)
        .expect(200)
        .json()
        .get("entries");
  }

  /** How many rows each of these HQL queries counts, seen from inside of the server. */
  JsonNode counts(Map<String, String> queries) {
    return probe("/counts", queries).expect(200).json();
  }

  /** Changes rows behind Keycloak's back and forgets what it keeps of people, as a sync does. */
  void update(String hql) {
    probe("/update", Map.of("hql", hql)).expect(204);
    admin().post("/clear-user-cache", Map.of()).expect(204);
  }

  private Reply probe(String what, Map<String, String> body) {
    return new Http(server.url()).post("/realms/" + admin().name() + "/company-probe" + what, body);
  }

  /** Changes an address as a directory or a database would, without Keycloak's knowledge. */
  void behindTheBack(String user, String email) {
    update(
        "update UserEntity u set u.email = '"
            + email
            + "', u.emailConstraint = '"
            + email
            + "' where u.id = '"
            + user
            + "'");
  }

  /** Where a login of somebody ends. */
  WebPage login(String username) {
    return new WebSession()
        .open(realm.shop().loginUri("openid"))
        .signIn(username, CompanyRealm.PASSWORD);
  }

  /** The realm at which people of other houses sign in, made when it is first asked for. */
  RealmAdmin partner() {
    if (partner == null) {
      partner = newPartner();
    }
    return partner;
  }

  private RealmAdmin newPartner() {
    RealmAdmin other = everything.createRealm(admin().name() + "-" + PARTNER, Map.of());
    String back = address("/broker/" + PARTNER + "/endpoint").toString();
    other.createClient("partner-login", Map.of("redirectUris", List.of(back)));
    String issuer = server.url() + "/realms/" + other.name();
    String endpoint = issuer + "/protocol/openid-connect/";
    Map<String, String> config = new HashMap<>();
    config.put("issuer", issuer);
    config.put("authorizationUrl", endpoint + "auth");
    config.put("tokenUrl", endpoint + "token");
    config.put("jwksUrl", endpoint + "certs");
    config.put("useJwksUrl", "true");
    config.put("validateSignature", "true");
    config.put("clientId", "partner-login");
    config.put("clientSecret", OidcClient.SECRET);
    config.put("clientAuthMethod", "client_secret_post");
    config.put("defaultScope", "openid email profile");
    admin()
        .post(
            "/identity-provider/instances",
            Map.of(
                "alias",
                PARTNER,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                config))
        .expect(201);
    return other;
  }
}
