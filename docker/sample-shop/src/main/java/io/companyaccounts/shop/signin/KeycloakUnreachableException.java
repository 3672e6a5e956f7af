// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

/** Keycloak gave no answer. Nobody is signed out because of that. */
public final class KeycloakUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeycloakUnreachableException(Throwable cause) {
    super(cause);
  }
}
