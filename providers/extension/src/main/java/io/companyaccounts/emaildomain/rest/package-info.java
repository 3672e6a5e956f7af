// SPDX-License-Identifier: Apache-2.0
/** What a company demands of addresses, over REST. */
@NullMarked
package io.companyaccounts.emaildomain.rest;

import org.jspecify.annotations.NullMarked;
