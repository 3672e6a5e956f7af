// SPDX-License-Identifier: Apache-2.0
/**
 * Signing in and out with Keycloak, and the tokens in between.
 *
 * <p>The life of a login: code flow with PKCE makes an HTTP session that holds the tokens; {@code
 * AccessTokens} renews the access token when it has expired and before everything that changes
 * data; it ends when the person signs out here, when Keycloak says so ({@code BackChannelLogout}),
 * or when Keycloak refuses to renew.
 */
@NullMarked
package io.companyaccounts.shop.signin;

import org.jspecify.annotations.NullMarked;
