// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.setup.Finding;
import io.companyaccounts.setup.RequiredActionStep;
import io.companyaccounts.setup.SetUpStep;
import io.companyaccounts.setup.SetupProvider;
import io.companyaccounts.setup.SetupProviderFactory;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** What this feature needs in a realm: its required action. */
public final class ConfirmationSetupProviderFactory implements SetupProviderFactory {

  public static final String ID = "mail-confirmation";

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
              ConfirmByMailRequiredActionFactory.ID,
              ConfirmByMailRequiredActionFactory.NAME,
              RequiredActionStep.LAST));
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }

    @Override
    public List<String> remains() {
      return List.of();
    }
  }

  @Override
  public String getId() {
    return ID;
  }
}
