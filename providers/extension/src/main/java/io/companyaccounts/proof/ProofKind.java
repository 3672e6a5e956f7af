// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.membership.Standing;
import java.util.OptionalLong;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** One feature that gives proofs, and when its proofs stop to count. */
public interface ProofKind {

  /** Name of the claim at the top level of tokens; also tells notes of the session apart. */
  String claim();

  /** Alias of the required action that gives the proofs. */
  String action();

  /**
   * Whether a proof still counts for an active member of the company: what it was given for, and
   * the secret behind it, must still be the same.
   */
  boolean permits(KeycloakSession session, Standing standing, ClientModel client, Proof proof);

  /** Up to which amount, in whole units of the vendor's currency; empty: without limit. */
  OptionalLong limit(Standing standing, ClientModel client, String operation);

  /** What the activity calls it when somebody gets a proof. */
  ActivityKind confirmed();
}
