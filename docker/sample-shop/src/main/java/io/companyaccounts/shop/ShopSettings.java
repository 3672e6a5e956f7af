// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the shop and its Keycloak are. {@code application.yaml} maps the environment to it.
 *
 * @param url the shop as browsers reach it, {@code SHOP_URL}
 * @param keycloakUrl Keycloak as browsers reach it, {@code KEYCLOAK_URL}; tokens are issued under
 *     this name
 * @param keycloakInternalUrl Keycloak as this server reaches it, {@code KEYCLOAK_INTERNAL_URL};
 *     blank means the same
 * @param realm {@code KEYCLOAK_REALM}
 * @param clientSecret secret of the client {@value #CLIENT}, {@code SHOP_CLIENT_SECRET}
 * @param orderingStep whether orders need the company's ordering password, {@code
 *     SHOP_ORDERING_STEP}; without it the permission is enough
 */
@ConfigurationProperties("shop")
public record ShopSettings(
    String url,
    String keycloakUrl,
    String keycloakInternalUrl,
    String realm,
    String clientSecret,
    boolean orderingStep) {

  /** The shop's client id in Keycloak; its client roles are the shop's permissions. */
  public static final String CLIENT = "shop";

  /** Trims slashes at the end and refuses what could not work. */
  public ShopSettings {
    url = withoutSlash(url);
    keycloakUrl = withoutSlash(keycloakUrl);
    keycloakInternalUrl =
        keycloakInternalUrl.isBlank() ? keycloakUrl : withoutSlash(keycloakInternalUrl);
    requireHttp("SHOP_URL", url);
    requireHttp("KEYCLOAK_URL", keycloakUrl);
    requireHttp("KEYCLOAK_INTERNAL_URL", keycloakInternalUrl);
    require(!realm.isBlank(), "KEYCLOAK_REALM is empty");
    require(!clientSecret.isBlank(), "SHOP_CLIENT_SECRET is empty: set the client's secret");
  }

  /** The issuer that every token must bear. */
  public String issuer() {
    return keycloakUrl + "/realms/" + realm;
  }

  /** An OpenID Connect endpoint for the browser. */
  public String browserEndpoint(String name) {
    return issuer() + "/protocol/openid-connect/" + name;
  }

  /** An OpenID Connect endpoint for this server. */
  public String serverEndpoint(String name) {
    return serverRealm() + "/protocol/openid-connect/" + name;
  }

  /** The realm for this server. */
  public String serverRealm() {
    return keycloakInternalUrl + "/realms/" + realm;
  }

  /** Keycloak's account console, where people see who administers their company. */
  public String accountConsole() {
    return issuer() + "/account";
  }

  /** Whether the session cookie may be limited to https. */
  public boolean secure() {
    return url.startsWith("https://");
  }

  /** Scheme, host and port of Keycloak, for the content security policy. */
  public String keycloakOrigin() {
    return URI.create(keycloakUrl).resolve("/").toString().replaceAll("/$", "");
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "ShopSettings[url=" + url + ", issuer=" + issuer() + "]";
  }

  private static String withoutSlash(String url) {
    return url.strip().replaceAll("/+$", "");
  }

  private static void requireHttp(String name, String url) {
    require(url.matches("https?://[^/\\s]+[^\\s]*"), name + " is no http address: " + url);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
