// SPDX-License-Identifier: Apache-2.0
/** Keeps companies' own rules, and acts on members whose address does not fit. */
@NullMarked
package io.companyaccounts.emaildomain.jpa;

import org.jspecify.annotations.NullMarked;
