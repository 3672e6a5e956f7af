// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void codesAreUniqueLowerCaseWords() {
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"));
  }

  @Test
  void whatWouldTakeAHigherRankIsForbidden() {
    assertThat(
            Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.name().matches(".*_ABOVE_(RANK|OWN)"))
                .map(Refusal::kind))
        .containsOnly(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aRefusalIsPassedOnWithItsDetails() {
    Outcome<String> refused = Outcome.refused(Refusal.ROLE_TWICE, "role", "x");
    Outcome<Integer> passed = refused.then(text -> Outcome.done(text.length()));
    assertThat(passed).isEqualTo(new Outcome.Refused<>(Refusal.ROLE_TWICE, Map.of("role", "x")));
    assertThat(Outcome.done("x").then(text -> Outcome.done(text.length())))
        .isEqualTo(Outcome.done(1));
  }
}
