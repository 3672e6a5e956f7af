// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
  @ValueSource(strings = {"012345", " 012345 ", "012 345", "012-345", "0 1 2 3 4 5"})
  void whatPeoplePutBetweenDigitsDoesNotMatter(String typed) {
    assertThat(MailCode.matches(KEY, "id", typed, MailCode.hash(KEY, "id", "012345"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "0123456", "012346", "٠١٢٣٤٥", "abcdef", "012345x"})
  void anythingElseIsWrong(String typed) {
    assertThat(MailCode.matches(KEY, "id", typed, MailCode.hash(KEY, "id", "012345"))).isFalse();
  }

  @Test
  void whatIsStoredIsBoundToItsRow() {
    assertThat(MailCode.hash(KEY, "id", "012345"))
        .doesNotContain("012345")
        .isNotEqualTo(MailCode.hash(KEY, "other", "012345"));
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
