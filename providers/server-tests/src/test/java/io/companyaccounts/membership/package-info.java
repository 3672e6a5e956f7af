// SPDX-License-Identifier: Apache-2.0

/** Members, roles and permissions, seen from outside. */
@NullMarked
package io.companyaccounts.membership;

import org.jspecify.annotations.NullMarked;
