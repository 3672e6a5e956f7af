// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.proof.ProofKind;
import java.util.OptionalLong;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** When a confirmed order stops to count: also with the password, and with the permission. */
final class OrderingProofs implements ProofKind {

  static final OrderingProofs INSTANCE = new OrderingProofs();

  private OrderingProofs() {}

  @Override
  public String claim() {
    return "ordering";
  }

  @Override
  public String action() {
    return OrderingRequiredActionFactory.ID;
  }

  @Override
  public int version(KeycloakSession session, String organizationId) {
    return new OrderingPasswords(session).of(organizationId).passwordVersion();
  }

  @Override
  public boolean permits(Standing standing, ClientModel client, String operation) {
    return standing.may(new Permission(client.getClientId(), operation));
  }

  @Override
  public OptionalLong limit(Standing standing, ClientModel client, String operation) {
    return standing.limit(new Permission(client.getClientId(), operation));
  }

  @Override
  public ActivityKind confirmed() {
    return ActivityKind.ORDER_CONFIRMED;
  }
}
