// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7\"", " \"7\" "})
  void theVersionIsReadWithAndWithoutQuotes(String header) {
    assertThat(IfMatch.parse(header)).hasValue(7);
  }

  @Test
  void noHeaderIsNoVersion() {
    assertThat(IfMatch.parse(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "W/\"7\"", "\"", "\"\"", "-1", "seven", "\"1\",\"2\"", "99999999999"})
  void whatIsNotAVersionIsRefused(String header) {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> IfMatch.parse(header));

    assertThat(refusal.code()).isEqualTo("invalid_version");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void theCurrentVersionPasses() {
    IfMatch.require(IfMatch.parse("\"7\""), 7);
    assertThat(IfMatch.tag(7)).isEqualTo("\"7\"");
  }

  @Test
  void anOldVersionIsAConflict() {
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> IfMatch.require(IfMatch.parse("\"6\""), 7));

    assertThat(refusal.code()).isEqualTo("version_conflict");
    assertThat(refusal.status()).isEqualTo(412);
  }

  @Test
  void aMissingVersionIsAskedFor() {
    ApiException refusal =
        catchThrowableOfType(ApiException.class, () -> IfMatch.require(IfMatch.parse(null), 7));

    assertThat(refusal.code()).isEqualTo("version_required");
    assertThat(refusal.status()).isEqualTo(428);
  }
}
