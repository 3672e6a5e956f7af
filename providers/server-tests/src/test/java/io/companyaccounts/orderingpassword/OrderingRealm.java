// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A realm in which companies order: the company {@code acme} with an owner who looks after the
 * password, two purchasers, an operator who may not order, and a chief who needs no password.
 */
final class OrderingRealm {

  static final String PASSWORD = "Blech-und-Biege-7";
  static final String ACTION = "company-ordering-password";
  static final String MAIL_ACTION = "company-confirm-by-mail";
  static final String SCOPE = "openid company organization:acme";

  static final String OWNER = "olga@acme.example";
  static final String BUYER = "pia@acme.example";
  static final String OTHER_BUYER = "paul@acme.example";
  static final String OPERATOR = "otto@acme.example";
  static final String CHIEF = "carla@acme.example";

  private final CompanyRealm realm;
  private final String acme;
  private final Map<String, String> ids = new HashMap<>();

  private OrderingRealm(CompanyRealm realm) {
    this.realm = realm;
    acme = realm.company("acme");
  }

  static OrderingRealm create(KeycloakServer server, Admin admin, Mailbox mails, String name) {
    CompanyRealm realm = CompanyRealm.create(server, admin, name);
    realm.admin().mailsTo(mails);
    realm.audience(CompanyRealm.SHOP, CompanyRealm.SHOP);
    realm.permission(CompanyRealm.SHOP, "order.without-password", "order", "full");
    realm.companyRole("ordering", 60, "company:ordering.manage", "company:members.view");
    realm.companyRole("chief", 70, "shop:order.place", "shop:order.without-password");
    OrderingRealm ordering = new OrderingRealm(realm);
    ordering.member(OWNER, "director", "ordering");
    realm.nameOwner(ordering.acme, ordering.id(OWNER));
    ordering.member(BUYER, "purchaser");
    ordering.member(OTHER_BUYER, "purchaser");
    ordering.member(OPERATOR, "operator");
    ordering.member(CHIEF, "chief");
    return ordering;
  }

  void member(String email, String... roles) {
    ids.put(email, realm.member(acme, email, roles));
  }

  String id(String email) {
    String id = ids.get(email);
    if (id == null) {
      throw new AssertionError("Nobody has the address " + email);
    }
    return id;
  }

  String acme() {
    return acme;
  }

  CompanyRealm realm() {
    return realm;
  }

  OidcClient shop() {
    return realm.shop();
  }

  /** The ordering password as the realm admin changes it. */
  Reply set(String password) {
    return realm.admin().put(adminPath(""), Map.of("password", password));
  }

  String adminPath(String rest) {
    return "/company/organizations/" + acme + "/ordering-password" + rest;
  }

  String path(String rest) {
    return realm.path("/organizations/acme/ordering-password" + rest);
  }

  /** The REST interface as somebody who has just signed in. */
  Http as(String email) {
    return realm.as(email);
  }

  /** Settings of the company, as the realm admin makes them. */
  void settings(Map<String, ?> settings) {
    realm.admin().put(adminPath("/settings"), settings).expect(200);
  }

  /** A browser in which somebody is signed in to the shop. */
  WebSession signedIn(String email) {
    WebSession browser = new WebSession();
    browser.open(shop().loginUri(SCOPE)).signIn(email, CompanyRealm.PASSWORD);
    return browser;
  }

  /** The first page of the step in a browser in which somebody is signed in. */
  WebPage step(WebSession browser, String reference) {
    return step(browser, SCOPE, ACTION + ":" + reference);
  }

  WebPage step(WebSession browser, String scope, String kcAction) {
    return browser.open(shop().loginUri(scope, Map.of("kc_action", kcAction)));
  }

  static WebPage type(WebPage page, String password) {
    return page.submit("#company-ordering", Map.of("orderingPassword", password, "confirm", "1"));
  }

  /** Goes all the way and gives the tokens. */
  Tokens order(WebSession browser, String reference) {
    return shop().redeem(type(step(browser, reference), PASSWORD));
  }

  Reply redeem(JsonNode claim, String reference) {
    return redeem(claim.get("id").asText(), reference, CompanyRealm.SHOP);
  }

  Reply redeem(String proof, String reference, String client) {
    return redeem(realm.server().url(), proof, reference, client);
  }

  Reply redeem(URI node, String proof, String reference, String client) {
    return new Http(node)
        .form(
            realm.path("/ordering/redeem"),
            Map.of(
                "client_id",
                client,
                "client_secret",
                OidcClient.SECRET,
                "proof",
                proof,
                "reference",
                reference));
  }

  /** Newest first: what the company's activity says of that kind. */
  List<JsonNode> activity(String kind) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page =
        realm
            .admin()
            .get("/company/organizations/" + acme + "/activity?max=100&kind=" + kind)
            .expect(200)
            .json();
    page.get("entries").forEach(found::add);
    return found;
  }

  /** Newest first: Keycloak's events of that type. */
  List<JsonNode> events(String type) {
    List<JsonNode> found = new ArrayList<>();
    realm.admin().get("/events?max=200&type=" + type).expect(200).json().forEach(found::add);
    return found;
  }

  /** Starts again without wrong tries. */
  void forgetTries() {
    ids.values().forEach(id -> realm.admin().delete(adminPath("/locks/" + id)));
    realm.admin().delete(adminPath("/locks/company"));
  }
}
