// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.Proof;
import io.companyaccounts.client.Redemption;

/** Uses up proofs at Keycloak. */
@FunctionalInterface
public interface ProofRedemption {

  /** Asks Keycloak; blocks for some seconds at most. */
  Redemption redeem(Proof proof);
}
