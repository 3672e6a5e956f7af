// SPDX-License-Identifier: Apache-2.0

/** Realms with companies, made by tests for themselves. */
@NullMarked
package io.companyaccounts.support.company;

import org.jspecify.annotations.NullMarked;
