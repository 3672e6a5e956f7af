// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * The person behind a bearer token.
 *
 * @param client the client that got the token
 */
public record BearerCaller(
    RealmModel realm,
    UserModel user,
    ClientModel client,
    UserSessionModel userSession,
    AccessToken token) {}
