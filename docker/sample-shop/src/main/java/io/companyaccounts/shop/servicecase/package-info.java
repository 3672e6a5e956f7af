// SPDX-License-Identifier: Apache-2.0
/**
 * Service cases: something is broken at a company, and the vendor mends it.
 *
 * <p>The life of a case: opened by who may open cases, read by every member of the company. What
 * happens to it afterwards is the service department's, not the shop's.
 */
@NullMarked
package io.companyaccounts.shop.servicecase;

import org.jspecify.annotations.NullMarked;
