// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.proof.Proof;
import io.companyaccounts.proof.ProofKind;
import java.util.OptionalLong;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** When a confirmed order stops to count: also with the password, and with the permission. */
final class OrderingProofs implements ProofKind {

  /** The role needs no password. */
  static final String EXEMPT = "exempt";

  /** The company has none, or not for this operation. */
  static final String NONE = "none";

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

  /** What made it free at the time must still do so. */
  @Override
  public boolean permits(
      KeycloakSession session, Standing standing, ClientModel client, Proof proof) {
    if (!standing.may(new Permission(client.getClientId(), proof.operation()))) {
      return false;
    }
    OrderingPasswords passwords = new OrderingPasswords(session);
    CompanyOrdering ordering = passwords.of(proof.organizationId());
    return proof.version() == ordering.passwordVersion()
        && switch (proof.method()) {
          case EXEMPT ->
              standing.may(
                  new Permission(client.getClientId(), passwords.vendor().withoutPassword()));
          case NONE -> !ordering.asks(proof.operation());
          default -> true;
        };
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
