// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the guard of tokens; it is asked before Keycloak's own, so that its reason is told. */
public final class BlockedTokenGuardFactory implements TokenPostProcessorFactory {

  public static final String ID = "company-blocked";

  @Override
  public TokenPostProcessor create(KeycloakSession session) {
    return new BlockedTokenGuard(session);
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String getId() {
    return ID;
  }
}
