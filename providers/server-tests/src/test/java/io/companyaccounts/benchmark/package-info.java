// SPDX-License-Identifier: Apache-2.0

/** Measures the pack beside a Keycloak without it. Not part of {@code mvn verify}. */
@NullMarked
package io.companyaccounts.benchmark;

import org.jspecify.annotations.NullMarked;
