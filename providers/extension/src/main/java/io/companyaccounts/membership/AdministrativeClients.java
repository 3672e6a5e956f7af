// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/**
 * Keycloak's own clients: their roles administrate Keycloak, and no company ever hands them out.
 */
public final class AdministrativeClients {

  private AdministrativeClients() {}

  public static boolean contains(ClientModel client) {
    String clientId = client.getClientId();
    return Constants.defaultClients.contains(clientId)
        || (client.getRealm().getName().equals(Config.getAdminRealm())
            && clientId.endsWith("-realm"));
  }
}
