// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What is done at the start of the server.
 *
 * @param realms names of the realms to set up
 * @param allRealms whether to set up every realm that has organizations switched on
 * @param dataDir where files of companies lie; empty for nowhere
 */
record StartSettings(Set<String> realms, boolean allRealms, Optional<Path> dataDir) {

  static final StartSettings NONE = new StartSettings(Set.of(), false, Optional.empty());

  private static final String REALMS = "realms";
  private static final String DATA_DIR = "data-dir";
  private static final String ALL = "*";

  static final List<ProviderConfigProperty> OPTIONS =
      ProviderConfigurationBuilder.create()
          .property()
          .name(REALMS)
          .type(ProviderConfigProperty.STRING_TYPE)
          .helpText(
              "Realms that are set up for company accounts at start, separated by commas. '*'"
                  + " stands for all realms with organizations switched on.")
          .add()
          .property()
          .name(DATA_DIR)
          .type(ProviderConfigProperty.STRING_TYPE)
          .helpText(
              "Directory whose files '<realm>-companies.json' are imported at start: owners, roles"
                  + " and states of members.")
          .add()
          .build();

  static StartSettings of(Config.Scope config) {
    return of(config.get(REALMS), config.get(DATA_DIR));
  }

  static StartSettings of(@Nullable String realms, @Nullable String dataDir) {
    Set<String> names = new TreeSet<>();
    Arrays.stream((realms == null ? "" : realms).split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    boolean all = names.remove(ALL);
    return new StartSettings(
        names,
        all,
        Optional.ofNullable(dataDir).map(String::strip).filter(p -> !p.isEmpty()).map(Path::of));
  }

  boolean isNothing() {
    return realms.isEmpty() && !allRealms && dataDir.isEmpty();
  }
}
