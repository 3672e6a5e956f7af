// SPDX-License-Identifier: Apache-2.0

/** Proofs of domains on a real server, with a DNS that says what the test wants. */
@NullMarked
package io.companyaccounts.domainproof;

import org.jspecify.annotations.NullMarked;
