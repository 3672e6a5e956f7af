// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ida@acme.com, acme.com",
    "IDA@ACME.COM, acme.com",
    "'  ida@acme.com ', acme.com",
    "ida@acme.com., acme.com",
    "ida+shop@acme.com, acme.com",
    "ida@mail.acme.com, mail.acme.com",
    "ida@BÜCHER.example, xn--bcher-kva.example",
    "ida@xn--bcher-kva.example, xn--bcher-kva.example",
    "ida@XN--BCHER-KVA.example, xn--bcher-kva.example",
    "ida@acme\u3002com, acme.com",
    "ida@\uFF41cme.com, acme.com",
    "'\"acme.com@evil.org\"@evil.org', evil.org",
    "'\"ida\\\"@acme.com\"@evil.org', evil.org",
    "acme.com@evil.org, evil.org",
    "jürgen@acme.com, acme.com",
    "o'neill@acme.com, acme.com"
  })
  void anAddressIsWhereItsLastPartSays(String text, String domain) {
    assertThat(EmailAddress.parse(text).orElseThrow().domain().ascii()).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ida",
        "ida@",
        "@acme.com",
        "ida@com",
        "ida@acme",
        "ida@acme..com",
        "ida@acme.com..",
        "ida@.acme.com",
        "ida@-acme.com",
        "ida@acme-.com",
        "ida@acme.com@",
        "ida@acme.com@evil.org",
        "ida@acme.com @evil.org",
        "ida @acme.com",
        "ida@ acme.com",
        "ida..ix@acme.com",
        ".ida@acme.com",
        "ida.@acme.com",
        "ida@127.0.0.1",
        "ida@[127.0.0.1]",
        "ida@acme.123",
        "ida@acme_x.com",
        "ida@acme.com/evil.org",
        "ida@acme.com\n",
        "ida@acme.com\u0000",
        "ida\u200B@acme.com x",
        "ida@ac\u200Bme.com\u0007",
        "\"ida@acme.com",
        "\"ida\"x@acme.com",
        "ida\uFF20acme.com@",
        "(ida)ix@acme.com",
        "ida@stra\u00DFe.example",
        "ida@fa\u1E9E.example",
        "ida@\u03B1\u03C2.example",
        "ida@a\u200Db.example"
      })
  void whatCannotBeReadForCertainIsNoAddress(String text) {
    assertThat(EmailAddress.parse(text.equals("ida@acme.com\n") ? "ida@ac\nme.com" : text))
        .isEmpty();
  }

  @Test
  void nothingIsNoAddress() {
    assertThat(EmailAddress.parse(null)).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(65) + "@acme.com")).isEmpty();
    assertThat(EmailAddress.parse("ida@" + "a".repeat(64) + ".com")).isEmpty();
    assertThat(EmailAddress.parse("ida@" + "abc.".repeat(70) + "com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "info@acme.com, info",
    "Info+shop@acme.com, info",
    "'\"info\"@acme.com', info",
    "'\"in\\fo\"@acme.com', info",
    "+info@acme.com, +info"
  })
  void theMailboxIsWithoutCaseQuotesAndPlus(String text, String mailbox) {
    assertThat(EmailAddress.parse(text).orElseThrow().mailbox()).isEqualTo(mailbox);
  }

  @ParameterizedTest
  @CsvSource({
    "ida@acme.com, true",
    "ida@bücher.example, true",
    "jürgen@acme.com, false",
    "ida@acme.com., false",
    "'\"ida\"@acme.com', false",
    "ida@acme\u3002com, false"
  })
  void onlyPlainAddressesAreWrittenTo(String text, boolean plain) {
    assertThat(EmailAddress.parse(text).orElseThrow().isPlain()).isEqualTo(plain);
  }

  /** The second letter is Cyrillic, the next name is Latin with Greek; Japanese mixes by right. */
  @ParameterizedTest
  @CsvSource({
    "a\u0441me.example, true",
    "xn--ame-4ed.example, true",
    "acm\u03B5.example, true",
    "acme.example, false",
    "bücher.example, false",
    "\u65E5\u672C\u8A9E\u3067\u3059x.example, false",
    "\u0430\u0441\u043C\u0435.example, false"
  })
  void namesThatMixWritingSystemsAreLookalikes(String text, boolean lookalike) {
    assertThat(Addresses.domain(text).isLookalike()).isEqualTo(lookalike);
  }
}
