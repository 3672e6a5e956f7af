// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A required action of the pack, registered and enabled in the realm.
 *
 * @param alias its alias, which Keycloak wants to equal the provider's id
 * @param name what the console shows
 * @param priority smaller comes first; Keycloak's own lie between {@link #FIRST} and {@link #LAST}
 */
public record RequiredActionStep(RealmModel realm, String alias, String name, int priority)
    implements SetUpStep {

  /** Before Keycloak's own, which begin at 20. */
  public static final int FIRST = 1;

  /** Behind Keycloak's own, which end at 1000 and so. */
  public static final int LAST = 2000;

  private static final String KIND = "required_action";

  @Override
  public List<SetUpAction> missing() {
    @Nullable RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
    if (action == null) {
      return List.of(change("Register", this::add));
    }
    return action.isEnabled() ? List.of() : List.of(change("Enable", () -> enable(action)));
  }

  @Override
  public List<SetUpAction> removable() {
    @Nullable RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
    return action == null
        ? List.of()
        : List.of(change("Remove", () -> realm.removeRequiredActionProvider(action)));
  }

  private SetUpAction change(String what, Runnable how) {
    return SetUpAction.of(KIND, alias, "%s the required action '%s'".formatted(what, alias), how);
  }

  private void add() {
    RequiredActionProviderModel action = new RequiredActionProviderModel();
    action.setAlias(alias);
    action.setProviderId(alias);
    action.setName(name);
    action.setEnabled(true);
    action.setDefaultAction(false);
    action.setPriority(priority);
    realm.addRequiredActionProvider(action);
  }

  private void enable(RequiredActionProviderModel action) {
    action.setEnabled(true);
    realm.updateRequiredActionProvider(action);
  }
}
