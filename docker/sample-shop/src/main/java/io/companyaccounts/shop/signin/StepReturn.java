// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.client.StepHint;
import org.springframework.security.oauth2.jwt.Jwt;

/** How somebody came back from a step. */
public sealed interface StepReturn {

  /** Nobody was sent out with this address, or it was used before. */
  record Unknown() implements StepReturn {}

  /** Keycloak gave no tokens: it was cancelled, or took too long. */
  record Failed(Step step) implements StepReturn {}

  /** Keycloak could not be reached to get the tokens. */
  record Unreachable(Step step) implements StepReturn {}

  /** Somebody else came back than who went. */
  record OtherPerson(Step step) implements StepReturn {}

  /**
   * There is a new token. Whether it proves anything has yet to be verified.
   *
   * @param hint what the address says, for the choice of words
   */
  record Back(Step step, Jwt token, StepHint hint) implements StepReturn {}
}
