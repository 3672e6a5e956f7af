// SPDX-License-Identifier: Apache-2.0

/** Data of companies as files, seen from outside. */
@NullMarked
package io.companyaccounts.companydata;

import org.jspecify.annotations.NullMarked;
