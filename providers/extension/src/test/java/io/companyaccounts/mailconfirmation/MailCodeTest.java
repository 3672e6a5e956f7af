// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six digits, as people type them. */
class MailCodeTest {

  private static final SecretKey KEY =
      new SecretKeySpec("a key for tests".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

  @ParameterizedTest
  @ValueSource(strings = {"%s%s", " %s%s ", "%s %s", "%s-%s", "%s - %s"})
  void whatPeoplePutBetweenDigitsDoesNotMatter(String way) {
    String digits = MailCode.of(KEY, "id");

    assertThat(
            MailCode.matches(KEY, "id", way.formatted(digits.substring(0, 3), digits.substring(3))))
        .isTrue();
  }

  @Test
  void anythingElseIsWrong() {
    String digits = MailCode.of(KEY, "id");

    for (String typed :
        List.of(
            "",
            digits.substring(1),
            digits + "0",
            "0" + digits,
            digits + "x",
            "abcdef",
            "٠١٢٣٤٥")) {
      assertThat(MailCode.matches(KEY, "id", typed)).as(typed).isFalse();
    }
    assertThat(MailCode.matches(KEY, "other", digits)).isFalse();
  }

  @Test
  void codesHaveSixDigitsAndEachIsAsLikelyAsTheOthers() {
    int[] first = new int[10];
    for (int i = 0; i < 20_000; i++) {
      String digits = MailCode.of(KEY, "row-" + i);
      assertThat(digits).matches("[0-9]{6}");
      first[digits.charAt(0) - '0']++;
    }
    for (int count : first) {
      assertThat(count).isBetween(1_800, 2_200);
    }
  }

  @Test
  void anAddressIsShownSoThatOnlyItsOwnerKnowsIt() {
    assertThat(ConfirmByMailRequiredAction.masked("kim@acme.example")).isEqualTo("k…@acme.example");
    assertThat(ConfirmByMailRequiredAction.masked(null)).isEmpty();
    assertThat(ConfirmByMailRequiredAction.masked("@acme.example")).isEmpty();
  }

  @Test
  void theDialogRefusesWhatCannotBe() {
    assertThat(MailCodeSettings.wrong(Map.of("window", "10", "exempt", "nothing", "tries", "5")))
        .containsExactlyInAnyOrder("window", "exempt");
    assertThat(MailCodeSettings.of(key -> "nothing").exempt().key())
        .isEqualTo("company:members.manage");
    assertThat(MailCodeSettings.options()).hasSize(4);
  }
}
