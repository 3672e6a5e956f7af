// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import org.jspecify.annotations.Nullable;

/**
 * What the address of the way back says about the step, for the choice of words only. Anybody can
 * write it into an address: whether something was confirmed, {@link Proofs#verify} alone says.
 */
public enum StepHint {
  /** The person has done what was asked, it seems. */
  SUCCESS,
  /** The person has cancelled, it seems. */
  CANCELLED,
  /** Keycloak could not ask, it seems: the action is unknown or switched off. */
  ERROR,
  /** Nothing, or nothing known, was said. */
  NOT_SAID;

  /** Name of the parameter on the way back. */
  public static final String PARAMETER = "kc_action_status";

  /**
   * Reads the parameter.
   *
   * @param status its value; null when there was none
   */
  public static StepHint of(@Nullable String status) {
    if (status == null) {
      return NOT_SAID;
    }
    return switch (status) {
      case "success" -> SUCCESS;
      case "cancelled" -> CANCELLED;
      case "error" -> ERROR;
      default -> NOT_SAID;
    };
  }
}
