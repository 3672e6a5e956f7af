// SPDX-License-Identifier: Apache-2.0
/** What people see: a real browser, its windows, and the pages that many tests pass. */
@NullMarked
package io.companyaccounts.support.page;

import org.jspecify.annotations.NullMarked;
