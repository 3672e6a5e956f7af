// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the same password on every device. */
class TypedPasswordTest {

  @Test
  void anUmlautIsTheSameHoweverItWasTyped() {
    assertThat(text("Bu\u0308ro")).isEqualTo(text("B\u00fcro"));
  }

  @Test
  void otherSpacesAreSpaces() {
    assertThat(text("a\u00a0b\u3000c")).isEqualTo("a b c");
  }

  @Test
  void lettersKeepTheirCaseAndWidth() {
    assertThat(text("\uff21a")).isEqualTo("\uff21a");
  }

  @Test
  void spacesAtTheEndsStay() {
    assertThat(text(" a ")).isEqualTo(" a ");
    assertThat(TypedPassword.read(" a").orElseThrow().hasSpaceAtEnd()).isTrue();
    assertThat(TypedPassword.read("a a").orElseThrow().hasSpaceAtEnd()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "a\tb", "a\nb", "\ud800", "a\u2028b", "\ue000"})
  void whatNobodyTypesIsNoPassword(String typed) {
    assertThat(TypedPassword.read(typed)).isEmpty();
  }

  @Test
  void itHasAnEndInCharactersAndNotInBytes() {
    assertThat(TypedPassword.read("\ud83d\udd11".repeat(256))).isPresent();
    assertThat(TypedPassword.read("a".repeat(257))).isEmpty();
    assertThat(TypedPassword.read("a".repeat(1_000_000))).isEmpty();
  }

  @Test
  void itIsNotShownByAccident() {
    assertThat(List.of(TypedPassword.read("secret").orElseThrow()).toString())
        .doesNotContain("secret");
  }

  private static String text(String typed) {
    return TypedPassword.read(typed).orElseThrow().text();
  }
}
