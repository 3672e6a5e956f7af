// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void oneDisturbedCallDoesNotChangeTheCount() {
    Statements.Count count = new Statements.Count(List.of(3L, 9L, 3L, 4L, 3L));

    assertThat(count.minimum()).isEqualTo(3);
    assertThat(count.median()).isEqualTo(3);
    assertThat(count.samples()).containsExactly(3L, 3L, 3L, 4L, 9L);
  }
}
