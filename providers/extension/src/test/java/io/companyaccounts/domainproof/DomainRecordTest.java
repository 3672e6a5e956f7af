// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRecordTest {

  private static final SecretKey KEY = key("of the realm");

  @ParameterizedTest
  @CsvSource({
    "acme.example, acme.example",
    "ACME.Example, acme.example",
    "*.acme.example, acme.example",
    "sub.acme.example, sub.acme.example",
    "bücher.example, xn--bcher-kva.example",
    "*.bücher.example, xn--bcher-kva.example",
    "acme.example., acme.example",
  })
  void aDomainIsNamedAsInTheDns(String nativeName, String domain) {
    assertThat(DomainRecord.domainOf(nativeName)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*.",
        ".",
        "acme..example",
        ".acme.example",
        "localhost",
        "a_b.example",
        "stra\u00DFe.example",
        "127.0.0.1",
        "[127.0.0.1]",
        "acme.example/TXT",
        "a b.example",
        "a\\.example",
        "a\"b.example",
        "*.*.example",
        "a*.example",
        "1234567890123456789012345678901234567890123456789012345678901234.example",
      })
  void whatTheDnsCannotHoldIsNeverLookedUp(String nativeName) {
    assertThat(DomainRecord.domainOf(nativeName)).isEmpty();
  }

  @Test
  void aNameThatLeavesNoRoomForTheRecordIsNeverLookedUp() {
    String long235 = "a.".repeat(117) + "b";

    assertThat(DomainRecord.domainOf(long235)).contains(long235);
    assertThat(DomainRecord.nameFor(long235)).hasSize(253);
    assertThat(DomainRecord.domainOf("b" + long235)).isEmpty();
  }

  @Test
  void theRecordSaysWhereItIsAndWhatItHolds() {
    DomainRecord record = new DomainRecord("acme.example", "c0de");

    assertThat(record.name()).isEqualTo("_company-accounts.acme.example");
    assertThat(record.value()).isEqualTo("company-accounts=c0de");
  }

  @Test
  void theFirstCodeIsTheSameEachTimeAndAnotherForEverybodyElse() {
    String code = DomainRecord.derive(KEY, "org", "acme.example").code();

    assertThat(code).matches("[A-Za-z0-9_-]{32}");
    assertThat(DomainRecord.derive(KEY, "org", "acme.example").code()).isEqualTo(code);
    assertThat(DomainRecord.derive(KEY, "other", "acme.example").code()).isNotEqualTo(code);
    assertThat(DomainRecord.derive(KEY, "org", "other.example").code()).isNotEqualTo(code);
    assertThat(DomainRecord.derive(key("other"), "org", "acme.example").code()).isNotEqualTo(code);
  }

  @Test
  void aNewCodeIsNeverTheSame() {
    String code = DomainRecord.random("acme.example").code();

    assertThat(code).matches("[A-Za-z0-9_-]{32}");
    assertThat(DomainRecord.random("acme.example").code()).isNotEqualTo(code);
  }

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA512");
  }
}
