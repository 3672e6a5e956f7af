// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.setup.SetUpAction;
import io.companyaccounts.setup.SetUpStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The page on which people accept, registered behind Keycloak's own required actions. */
final class JoinActionStep implements SetUpStep {

  private static final String KIND = "required_action";
  private static final String ALIAS = JoinRequiredActionFactory.ID;

  /** Larger comes later; Keycloak's own end at 1000 and so. */
  private static final int LAST = 2000;

  private final RealmModel realm;

  JoinActionStep(RealmModel realm) {
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
    return action.isEnabled()
        ? List.of()
        : List.of(
            SetUpAction.of(
                KIND,
                ALIAS,
                "Enable the required action '%s'".formatted(ALIAS),
                () -> {
                  action.setEnabled(true);
                  realm.updateRequiredActionProvider(action);
                }));
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
    action.setName(JoinRequiredActionFactory.NAME);
    action.setEnabled(true);
    action.setDefaultAction(false);
    action.setPriority(LAST);
    realm.addRequiredActionProvider(action);
  }
}
