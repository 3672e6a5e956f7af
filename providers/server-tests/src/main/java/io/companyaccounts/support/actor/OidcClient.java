// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** An application: gets tokens for people and asks Keycloak about them. */
public final class OidcClient {

  /** The secret of all clients that tests make. */
  public static final String SECRET = "secret";

  private final URI server;
  private final String realm;
  private final String clientId;

  OidcClient(URI server, String realm, String clientId) {
    this.server = server;
    this.realm = realm;
    this.clientId = clientId;
  }

  /** The same application, talking to another node. */
  public OidcClient at(URI node) {
    return new OidcClient(node, realm, clientId);
  }

  /** Where Keycloak sends people back to. */
  public String redirectUri() {
    return "http://localhost/" + clientId + "/back";
  }

  /** A person's tokens by name and password, without a login page. */
  public Tokens password(String username, String password, String scope) {
    return Tokens.of(passwordReply(username, password, scope));
  }

  /** The same, but the answer as it comes. */
  public Reply passwordReply(String username, String password, String scope) {
    return token(
        Map.of(
            "grant_type", "password",
            "username", username,
            "password", password,
            "scope", scope));
  }

  /** The address of the login page. */
  public URI loginUri(String scope) {
    return loginUri(scope, Map.of());
  }

  /** The same with more parameters, for instance {@code prompt} or {@code kc_action}. */
  public URI loginUri(String scope, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", clientId);
    query.put("response_type", "code");
    query.put("redirect_uri", redirectUri());
    query.put("scope", scope);
    query.put("state", "s");
    query.put("nonce", "n");
    query.putAll(more);
    return URI.create(server + endpoint("auth") + "?" + Http.encode(query));
  }

  /** Signs in over the login pages, without a browser, and redeems the code. */
  public Tokens login(String username, String password, String scope) {
    return redeem(new WebSession().open(loginUri(scope)).signIn(username, password));
  }

  /** Redeems the code that a login ended with. */
  public Tokens redeem(WebPage end) {
    return Tokens.of(redeemReply(end));
  }

  /** The same with more fields, for instance {@code code_verifier}. */
  public Tokens redeem(WebPage end, Map<String, String> more) {
    return Tokens.of(redeemReply(end, more));
  }

  /** The same, but the answer as it comes. */
  public Reply redeemReply(WebPage end) {
    return redeemReply(end, Map.of());
  }

  private Reply redeemReply(WebPage end, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("grant_type", "authorization_code");
    fields.put("code", end.query("code"));
    fields.put("redirect_uri", redirectUri());
    return token(fields);
  }

  /** New tokens for a refresh token. */
  public Tokens refresh(Tokens tokens) {
    return Tokens.of(refreshReply(tokens));
  }

  /** The same, but the answer as it comes. */
  public Reply refreshReply(Tokens tokens) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
  }

  /** What Keycloak says to this application about somebody's token. */
  public JsonNode introspect(String token) {
    return call("token/introspect", Map.of("token", token)).expect(200).json();
  }

  /** What Keycloak says about the person to the holder of an access token. */
  public Reply userinfo(String accessToken) {
    return new Http(server).as(accessToken).get(endpoint("userinfo"));
  }

  /** Ends the session. */
  public void logout(Tokens tokens) {
    call("logout", Map.of("refresh_token", tokens.refresh())).expect(204);
  }

  /** Any call of the token endpoint. */
  public Reply token(Map<String, String> fields) {
    return call("token", fields);
  }

  private Reply call(String endpoint, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("client_id", clientId);
    all.put("client_secret", SECRET);
    return new Http(server).form(endpoint(endpoint), all);
  }

  private String endpoint(String name) {
    return "/realms/" + realm + "/protocol/openid-connect/" + name;
  }
}
