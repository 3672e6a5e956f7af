// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The keys Keycloak signs with. */
@FunctionalInterface
interface SigningKeys {

  /** A decoder that checks signatures with these keys, and nothing else yet. */
  NimbusJwtDecoder decoder();
}
