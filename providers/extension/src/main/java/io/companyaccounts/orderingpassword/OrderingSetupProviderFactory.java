// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.setup.RequiredActionSetupFactory;
import java.util.List;

/** What this feature needs in a realm: its required action. */
public final class OrderingSetupProviderFactory extends RequiredActionSetupFactory {

  public static final String ID = "ordering-password";

  public OrderingSetupProviderFactory() {
    super(
        OrderingRequiredActionFactory.ID,
        OrderingRequiredActionFactory.NAME,
        List.of(
            "Ordering passwords of companies. Nobody can confirm an order until the realm is set up"
                + " again."));
  }

  @Override
  public String getId() {
    return ID;
  }
}
