// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallJsonTest {

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, String> map = Map.of("b", "Ä \"quoted\" 😀\n", "a", "<script>");

    assertThat(SmallJson.read(SmallJson.write(map))).isEqualTo(map);
  }

  @Test
  void theTextIsAsciiAndSorted() {
    assertThat(SmallJson.write(Map.of("b", "ä", "a", "1")))
        .isEqualTo("{\"a\":\"1\",\"b\":\"\\u00E4\"}");
  }
}
