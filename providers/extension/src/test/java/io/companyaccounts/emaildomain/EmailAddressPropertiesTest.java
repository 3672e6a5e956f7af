// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is thrown at the parser: no exception, and nothing passes that is not the company's. */
class EmailAddressPropertiesTest {

  private static final EmailPolicy COMPANY = Addresses.ownDomains();

  @Property(tries = 100_000)
  void nothingButTheCompanysOwnPasses(@ForAll("hostile") String text) {
    Verdict verdict = COMPANY.check(Addresses.joining(text), Addresses.NOBODY);

    if (verdict.isAccepted()) {
      assertThat(isCompanys(text)).as(text).isTrue();
    }
  }

  /** Said independently of the code under test: plain ASCII, dots, and the two names. */
  private static boolean isCompanys(String text) {
    String domain =
        Normalizer.normalize(text.substring(text.lastIndexOf('@') + 1), Normalizer.Form.NFKC)
            .replace('\u3002', '.')
            .strip()
            .replaceAll("\\p{Cf}|\\p{Mn}", "")
            .toLowerCase(Locale.ROOT);
    String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    return name.equals("acme.com") || name.equals("acme.example") || name.endsWith(".acme.example");
  }

  @Property(tries = 20_000)
  void readingTwiceIsReadingOnce(@ForAll("hostile") String text) {
    EmailAddress.parse(text)
        .ifPresent(
            address ->
                assertThat(EmailDomain.parse(address.domain().ascii())).contains(address.domain()));
  }

  @Property(tries = 20_000)
  void theCaseOfLettersChangesNothing(@ForAll("plain") String text) {
    assertThat(EmailAddress.parse(text.toUpperCase(Locale.ROOT)))
        .isEqualTo(EmailAddress.parse(text));
  }

  @Property(tries = 20_000)
  void everyPlainAddressOfTheCompanyPasses(@ForAll("mailboxes") String mailbox) {
    assertThat(
            COMPANY.check(Addresses.joining(mailbox + "@Acme.COM."), Addresses.NOBODY).isAccepted())
        .isTrue();
  }

  @Provide
  Arbitrary<String> mailboxes() {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> plain() {
    return Combinators.combine(mailboxes(), mailboxes(), Arbitraries.of("com", "example", "co.uk"))
        .as((mailbox, name, top) -> mailbox + "@" + name + "." + top);
  }

  /** Pieces that attacks are made of, in any order, among any characters. */
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "acme.com",
            "acme.example",
            "acme",
            ".com",
            "@",
            "\"",
            "\\",
            ".",
            "..",
            "evil.org",
            "xn--",
            "xn--acme-",
            "evil-",
            "-",
            "+",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "\u200B",
            "\u200D",
            "\u202E",
            "\uFF20",
            "\u3002",
            "\uFF0E",
            "\u00DF",
            "\u0430",
            "\u0441",
            "\u0130",
            "\u0131",
            "\uFF41",
            "%40",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ",",
            ";",
            ":",
            "/",
            "?",
            "#",
            "*.",
            "ACME.COM",
            "ida",
            "\uD83D\uDE00",
            "\uD800");
    Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(6);
    return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, anything))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(list -> String.join("", list));
  }
}
