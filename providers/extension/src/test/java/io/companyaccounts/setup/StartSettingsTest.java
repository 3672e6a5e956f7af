// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartSettingsTest {

  @Test
  void withoutOptionsNothingIsDone() {
    assertThat(StartSettings.of(null, null).isNothing()).isTrue();
    assertThat(StartSettings.of(" , ", "  ").isNothing()).isTrue();
  }

  @Test
  void realmsAreSeparatedByCommasHoweverSpaced() {
    assertThat(StartSettings.of("b, a ,,b", null).realms()).containsExactly("a", "b");
  }

  @Test
  void anAsteriskIsNoNameOfARealm() {
    StartSettings settings = StartSettings.of("*,extra", null);

    assertThat(settings.allRealms()).isTrue();
    assertThat(settings.realms()).containsExactly("extra");
  }

  @Test
  void theDirectoryAloneIsEnough() {
    StartSettings settings = StartSettings.of(null, "/data");

    assertThat(settings.isNothing()).isFalse();
    assertThat(settings.dataDir()).contains(Path.of("/data"));
  }

  @Test
  void bothOptionsAreListedForKeycloak() {
    assertThat(StartSettings.OPTIONS)
        .extracting(option -> option.getName())
        .containsExactly("realms", "data-dir");
  }
}
