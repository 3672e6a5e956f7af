// SPDX-License-Identifier: Apache-2.0

/** Stories of people who invite, and of those who are invited. */
@NullMarked
package io.companyaccounts.invitation;

import org.jspecify.annotations.NullMarked;
