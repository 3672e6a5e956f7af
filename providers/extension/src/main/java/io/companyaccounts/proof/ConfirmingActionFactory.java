// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.platform.LoginAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** Makes an action that confirms something, with its dialog in the console. */
public abstract class ConfirmingActionFactory implements RequiredActionFactory {

  /** What the dialog shows. */
  protected abstract List<ProviderConfigProperty> options();

  /** The keys of bad values in a dialog that somebody wants to save. */
  protected abstract List<String> wrong(Map<String, String> config);

  @Override
  public final List<ProviderConfigProperty> getConfigMetadata() {
    List<ProviderConfigProperty> options = new ArrayList<>(options());
    options.add(
        new ProviderConfigProperty(
            Constants.MAX_AUTH_AGE_KEY,
            "Age of the login",
            "Seconds; whoever signed in longer ago signs in again first. Empty: any age.",
            ProviderConfigProperty.STRING_TYPE,
            null));
    return options;
  }

  @Override
  public final void validateConfig(
      KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
    Map<String, String> config = model.getConfig() == null ? Map.of() : model.getConfig();
    List<String> wrong = new ArrayList<>(wrong(config));
    if (!LoginAge.isAge(config.getOrDefault(Constants.MAX_AUTH_AGE_KEY, ""))) {
      wrong.add(Constants.MAX_AUTH_AGE_KEY);
    }
    if (!wrong.isEmpty()) {
      throw new ValidationException(
          new ValidationError(getId(), wrong.get(0), "error-invalid-value"));
    }
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
