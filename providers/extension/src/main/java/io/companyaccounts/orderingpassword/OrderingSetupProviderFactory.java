// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.setup.Finding;
import io.companyaccounts.setup.RequiredActionStep;
import io.companyaccounts.setup.SetUpStep;
import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** What this feature needs in a realm: its required action. */
public final class OrderingSetupProviderFactory implements SetupProviderFactory {

  public static final String ID = "ordering-password";

  @Override
  public SetupProvider create(KeycloakSession session) {
    return new Needs(session);
  }

  private record Needs(KeycloakSession session) implements SetupProvider {

    @Override
    public List<SetUpStep> steps() {
      return List.of(
          new RequiredActionStep(
              session.getContext().getRealm(),
              OrderingRequiredActionFactory.ID,
              OrderingRequiredActionFactory.NAME,
              RequiredActionStep.LAST));
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }

    @Override
    public List<String> remains() {
      return List.of(
          "Ordering passwords of companies. Nobody can confirm an order until the realm is set up"
              + " again.");
    }
  }

  @Override
  public String getId() {
    return ID;
  }
}
