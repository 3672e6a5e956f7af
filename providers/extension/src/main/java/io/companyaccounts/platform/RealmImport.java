// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Tells whether this session is importing a realm. Keycloak's importer sets no flag, but everything
 * it does lies between two events of the same session. What is imported was a valid state
 * elsewhere, so nothing is refused and nothing recorded.
 */
public final class RealmImport implements ProviderEventListener {

  private static final String KEY = RealmImport.class.getName();

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof RealmCreationEvent begin) {
      begin.getKeycloakSession().setAttribute(KEY, true);
    } else if (event instanceof RealmPostCreateEvent end) {
      end.getKeycloakSession().removeAttribute(KEY);
    }
  }

  public static boolean isRunning(KeycloakSession session) {
    return Boolean.TRUE.equals(session.getAttribute(KEY));
  }
}
