// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.benchmark;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One of the servers that are compared, filled with the same people, and what is done with it. */
final class Candidate {

  private static final String REALM = "benchmark";
  private static final String MEMBER = "boss@acme.example";
  private static final String ALONE = "alone@private.example";

  private final KeycloakServer server;
  private final Map<String, Runnable> operations = new LinkedHashMap<>();

  private Candidate(KeycloakServer server) {
    this.server = server;
  }

  /** Keycloak as it comes; its members page is the one of the admin REST. */
  static Candidate plain(KeycloakServer server, int members) {
    RealmAdmin realm = new Admin(server).createRealm(REALM, Map.of());
    asUsual(realm);
    realm.createClient(CompanyRealm.SHOP, Map.of("fullScopeAllowed", true));
    String organization = realm.createOrganization("acme");
    realm.addMember(organization, realm.createUser(MEMBER, CompanyRealm.PASSWORD));
    Candidate candidate = new Candidate(server);
    candidate.people(realm, organization, members, "openid organization:acme");
    Http admin = new Admin(server).http();
    candidate.pages(admin, realm.path("/organizations/" + organization + "/members"));
    return candidate;
  }

  /** With the pack; its members page has roles, state and owner, and is the company's own. */
  static Candidate withPack(KeycloakServer server, int members) {
    CompanyRealm company = CompanyRealm.create(server, new Admin(server), REALM);
    RealmAdmin realm = company.admin();
    asUsual(realm);
    String organization = company.company("acme");
    company.member(organization, MEMBER, "director");
    Candidate candidate = new Candidate(server);
    candidate.people(realm, organization, members, "openid company organization:acme");
    candidate.pages(
        company.as(MEMBER), company.path("/organizations/" + organization + "/members"));
    return candidate;
  }

  /** As a realm comes: with slow password hashes, and without stored events. */
  private static void asUsual(RealmAdmin realm) {
    realm
        .put(
            "",
            Map.of(
                "realm",
                REALM,
                "accessTokenLifespan",
                3_600,
                "passwordPolicy",
                "",
                "eventsEnabled",
                false))
        .expect(204);
  }

  private void people(RealmAdmin realm, String organization, int members, String scope) {
    realm.createUser(ALONE, CompanyRealm.PASSWORD);
    new Http(server.url())
        .post(
            "/realms/"
                + REALM
                + "/company-probe/organizations/%s/bulk-members/%d"
                    .formatted(organization, members))
        .expect(204);
    OidcClient shop = realm.client(CompanyRealm.SHOP);
    signIn("member", shop, MEMBER, scope);
    signIn("no company", shop, ALONE, scope.replace(":acme", ":*"));
  }

  private void signIn(String who, OidcClient shop, String name, String scope) {
    operations.put("login, " + who, () -> shop.login(name, CompanyRealm.PASSWORD, scope));
    Tokens[] tokens = {shop.login(name, CompanyRealm.PASSWORD, scope)};
    operations.put("refresh, " + who, () -> tokens[0] = shop.refresh(tokens[0]));
  }

  private void pages(Http http, String path) {
    operations.put("members, first page", () -> http.get(path + "?max=20").expect(200));
    operations.put("members, search", () -> http.get(path + "?max=20&search=last1").expect(200));
  }

  Set<String> operations() {
    return operations.keySet();
  }

  /** How many statements the operation takes at least. */
  long statements(String operation) {
    return server.node(0).statements().of(operation(operation)).minimum();
  }

  Runnable operation(String name) {
    return Objects.requireNonNull(operations.get(name));
  }
}
