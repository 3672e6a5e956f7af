// SPDX-License-Identifier: Apache-2.0

/** Set-up and check, seen from outside. */
@NullMarked
package io.companyaccounts.setup;

import org.jspecify.annotations.NullMarked;
