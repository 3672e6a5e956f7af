// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.gate.GateRequiredActionFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The gate at every login, registered before all of Keycloak's own required actions. */
final class GateStep implements SetUpStep {

  private static final String KIND = "required_action";
  private static final String ALIAS = GateRequiredActionFactory.ID;

  /** Smaller comes first; Keycloak's own begin at 20. */
  private static final int FIRST = 1;

  private final RealmModel realm;

  GateStep(RealmModel realm) {
    this.realm = realm;
  }

  @Override
  public List<SetUpAction> missing() {
    @Nullable RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ALIAS);
    if (action == null) {
      return List.of(
          SetUpAction.of(
              KIND, ALIAS, "Register the required action '%s'".formatted(ALIAS), this::add));
    }
    if (!action.isEnabled()) {
      return List.of(
          SetUpAction.of(
              KIND,
              ALIAS,
              "Enable the required action '%s'".formatted(ALIAS),
              () -> enable(action)));
    }
    return List.of();
  }

  @Override
  public List<SetUpAction> removable() {
    @Nullable RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ALIAS);
    return action == null
        ? List.of()
        : List.of(
            SetUpAction.of(
                KIND,
                ALIAS,
                "Remove the required action '%s'".formatted(ALIAS),
                () -> realm.removeRequiredActionProvider(action)));
  }

  private void add() {
    RequiredActionProviderModel action = new RequiredActionProviderModel();
    action.setAlias(ALIAS);
    action.setProviderId(ALIAS);
    action.setName(GateRequiredActionFactory.NAME);
    action.setEnabled(true);
    action.setDefaultAction(false);
    action.setPriority(FIRST);
    realm.addRequiredActionProvider(action);
  }

  private void enable(RequiredActionProviderModel action) {
    action.setEnabled(true);
    realm.updateRequiredActionProvider(action);
  }
}
