// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Authenticates the caller of a member-side resource.
 *
 * <p>Keycloak accepts any client's token of the realm; here it must be meant for us: audience
 * {@value #AUDIENCE}, or the account console's own token.
 */
public final class BearerAccess {

  public static final String AUDIENCE = "company";

  private BearerAccess() {}

  /**
   * The caller, who is authenticated, is a person and comes with a token for the pack.
   *
   * @throws ApiException 401 {@code not_authenticated}, 403 {@code wrong_audience}, {@code
   *     person_required} or {@code origin_not_allowed}
   */
  public static BearerCaller authenticate(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    @Nullable AuthResult auth = verify(session);
    if (auth == null || auth.user() == null || auth.client() == null || auth.session() == null) {
      ApiCors.allowAnyone();
      throw ApiException.unauthorized(challenge(session, realm), "Send a valid bearer token.");
    }
    ApiCors.allow(auth.token());
    if (!isMeantForUs(auth.token())) {
      throw ApiException.forbidden(
          "wrong_audience", "The token must have the audience " + AUDIENCE + ".");
    }
    if (auth.user().getServiceAccountClientLink() != null) {
      throw ApiException.forbidden(
          "person_required", "A service account is not a member of a company.");
    }
    return new BearerCaller(realm, auth.user(), auth.client(), auth.session(), auth.token());
  }

  static boolean isMeantForUs(AccessToken token) {
    return token.hasAudience(AUDIENCE)
        || (token.hasAudience(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
            && Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(token.getIssuedFor()));
  }

  private static @Nullable AuthResult verify(KeycloakSession session) {
    if (session
            .getContext()
            .getHttpRequest()
            .getHttpHeaders()
            .getHeaderString(HttpHeaders.AUTHORIZATION)
        == null) {
      return null;
    }
    try {
      return new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
    } catch (NotAuthorizedException e) {
      return null;
    }
  }

  private static String challenge(KeycloakSession session, RealmModel realm) {
    String challenge = "Bearer realm=\"" + realm.getName().replaceAll("[\"\\\\]", "") + "\"";
    boolean sent =
        session
                .getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getHeaderString(HttpHeaders.AUTHORIZATION)
            != null;
    return sent ? challenge + ", error=\"invalid_token\"" : challenge;
  }
}
