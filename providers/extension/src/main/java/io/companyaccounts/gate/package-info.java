// SPDX-License-Identifier: Apache-2.0

/**
 * Where the rules of all features are enforced in Keycloak itself: at the moment somebody joins an
 * organization, at every login, and whenever a token is made.
 */
@NullMarked
package io.companyaccounts.gate;

import org.jspecify.annotations.NullMarked;
