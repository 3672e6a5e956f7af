// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import java.util.List;
import org.keycloak.models.UserModel;

/**
 * Keeps a required action on whoever is blocked and has no other company, so that every login and
 * refresh of such a person is seen without a query: Keycloak caches it with the user.
 */
final class BlockedMarker {

  private final Store store;

  BlockedMarker(Store store) {
    this.store = store;
  }

  /** Sets or takes off the marker after blocks or memberships of the person have changed. */
  void update(UserModel user) {
    store.standings().forget();
    boolean blocked =
        store.members().of(user.getId(), List.of()).stored().stream()
            .anyMatch(row -> row.state() == MemberState.BLOCKED);
    boolean shutOut = blocked && store.membership().organizationsOf(user).isEmpty();
    boolean marked =
        user.getRequiredActionsStream().anyMatch(MembershipProvider.GATE_ACTION::equals);
    if (shutOut && !marked) {
      user.addRequiredAction(MembershipProvider.GATE_ACTION);
    } else if (!shutOut && marked) {
      user.removeRequiredAction(MembershipProvider.GATE_ACTION);
    }
  }
}
