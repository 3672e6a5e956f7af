// SPDX-License-Identifier: Apache-2.0
/** The ordering password and the confirmation by mail, over their pages, tokens and REST. */
@NullMarked
package io.companyaccounts.orderingpassword;

import org.jspecify.annotations.NullMarked;
