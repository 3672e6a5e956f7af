// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a proof is kept in a session. */
class ProofTest {

  private static final Instant AT = Instant.parse("2026-01-01T10:00:00.250Z");
  private static final Instant END = Instant.parse("2026-01-01T10:00:30Z");
  private static final Proof PROOF =
      new Proof("code", "org", "user", "order.place", "Q 7/\"ü\"", "password", 3, AT, END);

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(Proof.read("code", PROOF.write())).contains(PROOF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{}", "[]", "{\"organization\":\"org\"}", "{\"at\":1}"})
  void anythingElseIsNoProof(String text) {
    assertThat(Proof.read("code", text)).isEmpty();
  }

  @Test
  void aProofEndsAtItsEnd() {
    assertThat(PROOF.isOver(END.minusMillis(1))).isFalse();
    assertThat(PROOF.isOver(END)).isTrue();
  }
}
