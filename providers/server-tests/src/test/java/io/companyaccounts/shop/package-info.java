// SPDX-License-Identifier: Apache-2.0

/** The sample shop in a real browser, against the reference realm. */
@NullMarked
package io.companyaccounts.shop;

import org.jspecify.annotations.NullMarked;
