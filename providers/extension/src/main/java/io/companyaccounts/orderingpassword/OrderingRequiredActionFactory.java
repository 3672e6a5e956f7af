// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.proof.ConfirmingActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the page that asks for the company's ordering password, and its dialog. */
public final class OrderingRequiredActionFactory extends ConfirmingActionFactory {

  /** Keycloak wants the alias of a required action to equal the provider's id. */
  public static final String ID = "company-ordering-password";

  /** What the console shows. */
  public static final String NAME = "Company ordering password";

  @Override
  public String getDisplayText() {
    return NAME;
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return new OrderingRequiredAction(session);
  }

  @Override
  protected List<ProviderConfigProperty> options() {
    return OrderingSettings.options();
  }

  @Override
  protected List<String> wrong(Map<String, String> config) {
    return OrderingSettings.wrong(config);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new OrderingCleanUp());
  }

  @Override
  public String getId() {
    return ID;
  }
}
