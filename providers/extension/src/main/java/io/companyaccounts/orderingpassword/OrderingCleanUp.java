// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Forgets people who are removed in Keycloak; all else vanishes with the organization. */
final class OrderingCleanUp implements ProviderEventListener {

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof UserRemovedEvent removed) {
      new JpaOrderingPasswords(removed.getKeycloakSession())
          .forgetPerson(removed.getUser().getId());
    }
  }
}
