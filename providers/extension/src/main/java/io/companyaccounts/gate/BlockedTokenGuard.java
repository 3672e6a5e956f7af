// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.membership.MembershipProvider;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Refuses tokens, refreshed and offline ones included, to whoever is blocked and has no other
 * company. Tokens bound to one organization are refused by Keycloak itself as soon as the
 * membership is gone.
 */
final class BlockedTokenGuard implements TokenPostProcessor {

  @Override
  public void process(TokenPostProcessorContext context) {
    UserModel user = context.clientSessionCtx().getClientSession().getUserSession().getUser();
    if (user != null
        && user.getRequiredActionsStream().anyMatch(MembershipProvider.GATE_ACTION::equals)) {
      throw new TokenInterceptorException(
          OAuthErrorException.INVALID_GRANT, "company_member_blocked");
    }
  }

  @Override
  public void close() {}
}
