// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;

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
}
