// SPDX-License-Identifier: Apache-2.0

/** Members of an organization, their company roles, permissions, owner and state. */
@NullMarked
package io.companyaccounts.membership;

import org.jspecify.annotations.NullMarked;
