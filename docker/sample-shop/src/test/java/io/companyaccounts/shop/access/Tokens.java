// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.CompanyToken;
import io.companyaccounts.shop.ShopSettings;
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

  /** Somebody of acme. */
  public static Buyer buyer(String id, ShopPermission... permissions) {
    String[] roles = Stream.of(permissions).map(ShopPermission::role).toArray(String[]::new);
    Map<String, Object> claims = Map.of("organization", organization("acme", roles));
    return new Buyer(
        new Person(id, id + " of acme"), "acme", CompanyToken.of(claims, ShopSettings.CLIENT));
  }
}
