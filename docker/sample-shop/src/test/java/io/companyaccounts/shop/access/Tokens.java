// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.CompanyToken;
import io.companyaccounts.client.ProofRequest;
import io.companyaccounts.client.Proofs;
import io.companyaccounts.shop.ShopSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Claims in the shape Keycloak gives them, and buyers made of them. */
public final class Tokens {

  private Tokens() {}

  /** The value of the claim {@code organization} for one company. */
  public static Map<String, Object> organization(String alias, String... permissions) {
    return Map.of(
        alias,
        Map.of(
            "company_roles", List.of("purchaser"),
            "owner", false,
            "resource_access", Map.of(ShopSettings.CLIENT, Map.of("roles", List.of(permissions)))));
  }

  /** The same with limits in whole euro. */
  public static Map<String, Object> organization(
      String alias, Map<String, Object> limits, String... permissions) {
    Map<String, Object> access = Map.of("roles", List.of(permissions), "limits", limits);
    return Map.of(
        alias, Map.of("owner", false, "resource_access", Map.of(ShopSettings.CLIENT, access)));
  }

  /** A proof of the ordering password, as Keycloak writes it into the claim {@code ordering}. */
  public static Map<String, Object> ordering(
      String alias, ProofRequest proven, Instant at, Instant end) {
    return Map.of(
        "id",
        "proof-1",
        "organization",
        alias,
        "client",
        ShopSettings.CLIENT,
        "operation",
        proven.operation(),
        "reference",
        proven.reference(),
        "method",
        "password",
        "at",
        at.getEpochSecond(),
        "exp",
        end.getEpochSecond());
  }

  /** Somebody of acme. */
  public static Buyer buyer(String id, ShopPermission... permissions) {
    String[] roles = Stream.of(permissions).map(ShopPermission::role).toArray(String[]::new);
    return buyer(id, Map.of("organization", organization("acme", roles)));
  }

  /** Somebody acting for acme by these claims. */
  public static Buyer buyer(String id, Map<String, Object> claims) {
    return new Buyer(
        new Person(id, id + " of acme"),
        "acme",
        CompanyToken.of(claims, ShopSettings.CLIENT),
        Proofs.of(claims, ShopSettings.CLIENT));
  }
}
