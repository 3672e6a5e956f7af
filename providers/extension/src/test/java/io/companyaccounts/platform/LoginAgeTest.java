// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old a login may be at a step. */
class LoginAgeTest {

  private static final int NOW = seconds("2029-01-01T00:00:00Z");

  private static int seconds(String time) {
    return (int) Instant.parse(time).getEpochSecond();
  }

  @Test
  void whatIsSetCounts() {
    assertThat(LoginAge.of("0", NOW)).isZero();
    assertThat(LoginAge.of(" 300 ", NOW)).isEqualTo(300);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "soon", "-1", "999999999"})
  void anythingElseIsAnyAgeAndFitsIntoKeycloaksSum(@Nullable String text) {
    int age = LoginAge.of(text, NOW);

    assertThat(age).isGreaterThan(NOW - seconds("2028-01-01T00:00:00Z"));
    assertThat(Math.addExact(NOW, age)).isPositive();
  }
}
