// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import org.keycloak.models.KeycloakSession;

/** For a feature that needs nothing in a realm but its required action. */
public abstract class RequiredActionSetupFactory implements SetupProviderFactory {

  private final String alias;
  private final String name;
  private final List<String> remains;

  /**
   * @param alias of the required action
   * @param name what the console shows
   * @param remains what an undo leaves where it is
   */
  protected RequiredActionSetupFactory(String alias, String name, List<String> remains) {
    this.alias = alias;
    this.name = name;
    this.remains = List.copyOf(remains);
  }

  @Override
  public final SetupProvider create(KeycloakSession session) {
    return new SetupProvider() {
      @Override
      public List<SetUpStep> steps() {
        return List.of(
            new RequiredActionStep(
                session.getContext().getRealm(), alias, name, RequiredActionStep.LAST));
      }

      @Override
      public List<Finding> findings() {
        return List.of();
      }

      @Override
      public List<String> remains() {
        return remains;
      }
    };
  }
}
