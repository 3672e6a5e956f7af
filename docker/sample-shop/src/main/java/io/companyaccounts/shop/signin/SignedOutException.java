// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

/** Keycloak will not renew the tokens of this login: session ended, person blocked, access gone. */
public final class SignedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SignedOutException(String message) {
    super(message);
  }
}
