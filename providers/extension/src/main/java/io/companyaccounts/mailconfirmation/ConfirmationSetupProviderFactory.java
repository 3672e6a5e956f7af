// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.setup.RequiredActionSetupFactory;
import java.util.List;

/** What this feature needs in a realm: its required action. */
public final class ConfirmationSetupProviderFactory extends RequiredActionSetupFactory {

  public static final String ID = "mail-confirmation";

  public ConfirmationSetupProviderFactory() {
    super(
        ConfirmByMailRequiredActionFactory.ID, ConfirmByMailRequiredActionFactory.NAME, List.of());
  }

  @Override
  public String getId() {
    return ID;
  }
}
