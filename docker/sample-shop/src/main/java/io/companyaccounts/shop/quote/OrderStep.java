// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.client.Verification;

/** What became of a try to bring a quote one step further. */
sealed interface OrderStep {

  /** The quote has changed. */
  record Done(Quote quote) implements OrderStep {}

  /** The person may not do that. */
  record Forbidden(Decision decision) implements OrderStep {}

  /** There is no such quote, or none this person may know of. */
  record NotFound() implements OrderStep {}

  /** The quote is not where this step begins, perhaps since a colleague was faster. */
  record WrongState(Quote quote) implements OrderStep {}

  /** The person has not confirmed exactly this quote and step, or no longer. */
  record Unproven(Verification.Reason reason) implements OrderStep {}

  /** The person has confirmed, but Keycloak did not let the shop use that up. */
  record NotRedeemed(Redemption redemption) implements OrderStep {}
}
