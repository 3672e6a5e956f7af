// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankRuleTest {

  @Test
  void upToIncludesTheOwnRank() {
    assertThat(RankRule.UP_TO.reaches(50, 50)).isTrue();
    assertThat(RankRule.UP_TO.reaches(50, 49)).isTrue();
    assertThat(RankRule.UP_TO.reaches(50, 51)).isFalse();
  }

  @Test
  void belowExcludesTheOwnRank() {
    assertThat(RankRule.BELOW.reaches(50, 50)).isFalse();
    assertThat(RankRule.BELOW.reaches(50, 49)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theTextIsReadAgain(RankRule rule) {
    assertThat(RankRule.parse(rule.text())).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UP_TO", "Up-To", "above", "below "})
  void anythingElseIsNoRule(String text) {
    assertThat(RankRule.parse(text)).isEmpty();
  }
}
