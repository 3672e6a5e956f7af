// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** How the way to Keycloak is made. Which references are sent how is in order-vectors.json. */
class ProofRequestTest {

  private static final ProofRequest ORDER = ProofRequest.ordering("Q-77");

  @Test
  void theParameterIsAppendedToAnAuthorizationRequest() {
    String action = "kc_action=company-ordering-password%3Aorder.place~Q-77";
    assertThat(ORDER.appendTo(URI.create("https://kc/auth")))
        .hasToString("https://kc/auth?" + action);
    assertThat(ORDER.appendTo(URI.create("https://kc/auth?")))
        .hasToString("https://kc/auth?" + action);
    assertThat(ORDER.appendTo(URI.create("https://kc/auth?scope=a%20b&state=%2B")))
        .hasToString("https://kc/auth?scope=a%20b&state=%2B&" + action);
  }

  @Test
  void whatWouldContradictItIsRefused() {
    for (String address :
        new String[] {
          "https://kc/auth?kc_action=x", "https://kc/auth?a=b&kc_action=", "https://kc/#a"
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> ORDER.appendTo(URI.create(address)));
    }
    assertThat(ORDER.appendTo(URI.create("https://kc/auth?not_kc_action=x"))).isNotNull();
  }

  @Test
  void theOperationOfAConfirmationIsPartOfTheValue() {
    assertThat(ProofRequest.confirmation("payment-details", "IBAN.3").kcAction())
        .isEqualTo("company-confirm-by-mail:payment-details.IBAN.3");
    assertThat(ProofRequest.ordering("order.release", "~").kcAction())
        .isEqualTo("company-ordering-password:order.release~~fg");
  }

  /** Reads the value as the contract says that Keycloak does. */
  private static String readReference(String kcAction) {
    String parameter = kcAction.split(":", -1)[1];
    int operationEnds = parameter.startsWith("~") ? -1 : parameter.indexOf('~');
    String reference = parameter.substring(operationEnds + 1);
    return reference.startsWith("~")
        ? new String(Base64.getUrlDecoder().decode(reference.substring(1)), StandardCharsets.UTF_8)
        : reference;
  }

  @Property(tries = 1000)
  void everyReferenceArrivesAsItWas(@ForAll @StringLength(min = 1, max = 255) String reference) {
    if (canBeSeen(reference)) {
      assertThat(readReference(ProofRequest.ordering(reference).kcAction())).isEqualTo(reference);
      assertThat(readReference(ProofRequest.ordering("order.release", reference).kcAction()))
          .isEqualTo(reference);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> ProofRequest.ordering(reference));
    }
  }

  private static boolean canBeSeen(String reference) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(reference)
        && !reference.isBlank()
        && !Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cn}]").matcher(reference).find();
  }
}
