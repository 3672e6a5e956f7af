// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  private static final int MOST_AGE = 999_999_999;

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
    if (!isAge(config.getOrDefault(Constants.MAX_AUTH_AGE_KEY, ""))) {
      wrong.add(Constants.MAX_AUTH_AGE_KEY);
    }
    if (!wrong.isEmpty()) {
      throw new ValidationException(
          new ValidationError(getId(), wrong.get(0), "error-invalid-value"));
    }
  }

  /** The dialog sends an empty text where nothing was typed. */
  static boolean isAge(String text) {
    return text.isBlank()
        || (text.strip().matches("[0-9]{1,9}") && Integer.parseInt(text.strip()) <= MOST_AGE);
  }

  /**
   * How old a login may be; any age where nothing useful is set, for it is not the personal
   * password that this asks for. Keycloak adds it to the time of the login in an {@code int}: what
   * does not fit would make every login too old.
   *
   * @param now in seconds since 1970
   */
  static int age(@Nullable String text, int now) {
    int most = Integer.MAX_VALUE - now;
    return text == null || text.isBlank() || !isAge(text)
        ? most
        : Math.min(Integer.parseInt(text.strip()), most);
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
