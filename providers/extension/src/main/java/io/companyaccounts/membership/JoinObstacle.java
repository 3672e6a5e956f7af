// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.List;
import java.util.Map;

/**
 * Why a person may not be a member.
 *
 * @param reason with the stable code
 * @param details what a program needs to act on it
 * @param messageKey of the text for the person, in every language
 * @param arguments what the text fills in
 */
public record JoinObstacle(
    Reason reason, Map<String, String> details, String messageKey, List<String> arguments) {

  public JoinObstacle {
    details = Map.copyOf(details);
    arguments = List.copyOf(arguments);
  }
}
