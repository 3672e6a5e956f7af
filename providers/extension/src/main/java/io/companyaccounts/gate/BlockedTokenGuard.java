// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.emaildomain.jpa.AddressWatch;
import io.companyaccounts.emaildomain.jpa.AddressWatch.Finding;
import io.companyaccounts.membership.MembershipProvider;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Refuses tokens, refreshed and offline ones included, to whoever is blocked and has no other
 * company. Tokens bound to one organization are refused by Keycloak itself as soon as the
 * membership is gone.
 */
final class BlockedTokenGuard implements TokenPostProcessor {

  private final KeycloakSession session;

  BlockedTokenGuard(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void process(TokenPostProcessorContext context) {
    UserModel user = context.clientSessionCtx().getClientSession().getUserSession().getUser();
    if (user == null) {
      return;
    }
    if (user.getRequiredActionsStream().anyMatch(MembershipProvider.GATE_ACTION::equals)) {
      throw new TokenInterceptorException(
          OAuthErrorException.INVALID_GRANT, "company_member_blocked");
    }
    AddressWatch watch = new AddressWatch(session);
    for (Finding finding : watch.look(user)) {
      if (finding.shutsOut()) {
        shutOut(finding, user);
      } else {
        watch.act(finding.organization(), user);
      }
    }
  }

  /**
   * The token tells of the membership that ends now, so it is not given; the refusal would undo
   * what is written with it.
   */
  private void shutOut(Finding finding, UserModel user) {
    String realmId = session.getContext().getRealm().getId();
    String orgId = finding.organization().getId();
    boolean out =
        KeycloakModelUtils.runJobInTransactionWithResult(
            session.getKeycloakSessionFactory(), own -> shutOut(own, realmId, orgId, user.getId()));
    if (out) {
      throw new TokenInterceptorException(
          OAuthErrorException.INVALID_GRANT, "company_address_not_accepted");
    }
  }

  private static boolean shutOut(KeycloakSession own, String realmId, String orgId, String userId) {
    RealmModel realm = own.realms().getRealm(realmId);
    own.getContext().setRealm(realm);
    OrganizationModel organization = own.getProvider(OrganizationProvider.class).getById(orgId);
    UserModel user = own.users().getUserById(realm, userId);
    return organization != null && user != null && new AddressWatch(own).act(organization, user);
  }

  @Override
  public void close() {}
}
