// SPDX-License-Identifier: Apache-2.0
/**
 * Quotes and the orders they become.
 *
 * <p>The life of a quote: open, made by somebody of the company or prepared by the shop; then
 * either ordered at once by who may order, or requested by who may only request and released by who
 * may release. People see their own quotes, who may see all sees all, and who may release sees what
 * waits to be released.
 */
@NullMarked
package io.companyaccounts.shop.quote;

import org.jspecify.annotations.NullMarked;
