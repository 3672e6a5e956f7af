// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.proof.ConfirmingActionFactory;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the page that asks for a mailed code, and its dialog. */
public final class ConfirmByMailRequiredActionFactory extends ConfirmingActionFactory {

  /** Keycloak wants the alias of a required action to equal the provider's id. */
  public static final String ID = "company-confirm-by-mail";

  /** What the console shows. */
  public static final String NAME = "Company confirmation by mail";

  @Override
  public String getDisplayText() {
    return NAME;
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return new ConfirmByMailRequiredAction(session);
  }

  @Override
  protected List<ProviderConfigProperty> options() {
    return MailCodeSettings.options();
  }

  @Override
  protected List<String> wrong(Map<String, String> config) {
    return MailCodeSettings.wrong(config);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new MailCodeCleanUp());
  }

  @Override
  public String getId() {
    return ID;
  }
}
