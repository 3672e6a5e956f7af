// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A setting that is a whole number: an attribute, or a field in the dialog of a required action.
 *
 * @param usual what counts where nothing, or something bad, is set
 */
public record NumberSetting(String key, int least, int most, int usual) {

  private static final Logger LOG = Logger.getLogger(NumberSetting.class);

  /** Whether a number is in the range. */
  public boolean takes(int number) {
    return number >= least && number <= most;
  }

  private boolean takes(@Nullable String text) {
    return text == null
        || text.isBlank()
        || (text.strip().matches("[0-9]{1,9}") && takes(Integer.parseInt(text.strip())));
  }

  /**
   * The number that counts.
   *
   * @param config gives the value of a key, or null
   */
  public int read(Function<String, @Nullable String> config) {
    @Nullable String text = config.apply(key);
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (takes(text)) {
      return Integer.parseInt(text.strip());
    }
    LOG.warnf("%s must be a whole number from %d to %d; %d is used", key, least, most, usual);
    return usual;
  }

  /** Keys of those numbers that somebody typed wrongly; nothing stands for the default. */
  public static List<String> wrong(Collection<NumberSetting> numbers, Map<String, String> config) {
    return numbers.stream()
        .filter(number -> !number.takes(config.get(number.key)))
        .map(NumberSetting::key)
        .toList();
  }

  /** How the dialog shows it. */
  public ProviderConfigProperty option(String label, String help) {
    return new ProviderConfigProperty(
        key, label, help, ProviderConfigProperty.INTEGER_TYPE, Integer.toString(usual));
  }
}
