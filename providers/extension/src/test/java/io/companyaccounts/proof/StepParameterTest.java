// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications may ask to have confirmed. */
class StepParameterTest {

  @ParameterizedTest
  @CsvSource({
    "Q-77,,Q-77",
    "a.b_c-1,,a.b_c-1",
    "order.release~Q-77,order.release,Q-77",
    "~US83Nw,,Q/77",
    "order.release~~UTo3Nw,order.release,Q:77"
  })
  void anOperationAndAReferenceAreReadAsTheyAreMeant(
      String text, String operation, String reference) {
    assertThat(StepParameter.withPermission(text))
        .contains(new StepParameter(operation, reference));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "~", "~~", "a b", "a/b", "a:b", "x~", "x y~Q", "~ä", "~AA", // NUL
        "~gIA", // no UTF-8
        "~IA", // a space
        "~Cg", // a line feed
        "~4oCuYQ", // turns the direction of reading
        "a~b~c"
      })
  void whatSaysNothingUsefulIsRefused(String text) {
    assertThat(StepParameter.withPermission(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"payment-details.P-1,payment-details,P-1", "pay.P.1,pay,P.1", "pay.~UC8x,pay,P/1"})
  void aWordEndsAtTheFirstDot(String text, String operation, String reference) {
    assertThat(StepParameter.withWord(text)).contains(new StepParameter(operation, reference));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"pay", "pay.", ".P-1", "pay me.P-1", "~cGF5.P-1", "pay.~"})
  void aWordOrAReferenceThatIsMissingIsRefused(String text) {
    assertThat(StepParameter.withWord(text)).isEmpty();
  }

  @Test
  void aReferenceHasAnEnd() {
    assertThat(StepParameter.withPermission("a".repeat(100))).isPresent();
    assertThat(StepParameter.withPermission("a".repeat(101))).isEmpty();
    assertThat(StepParameter.withPermission(encoded("ü".repeat(255)))).isPresent();
    assertThat(StepParameter.withPermission(encoded("ü".repeat(256)))).isEmpty();
  }

  @Property(tries = 5_000)
  void nothingThatIsReadHoldsWhatPeopleCannotSee(@ForAll String text) {
    for (String each : new String[] {text, encoded(text), "x~" + encoded(text)}) {
      Optional<StepParameter> read = StepParameter.withPermission(each);
      assertThat(read.map(StepParameter::reference).orElse("-"))
          .isNotBlank()
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");
    }
  }

  @Property(tries = 5_000)
  void everyReadableTextComesBackAsItWasEncoded(@ForAll String text) {
    if (StepParameter.isReference(text)) {
      assertThat(StepParameter.withPermission(encoded(text)))
          .contains(new StepParameter(null, text));
    }
  }

  private static String encoded(String text) {
    return "~"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
