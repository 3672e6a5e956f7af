// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmailRefusalTest {

  /** Said of an address or a name; the others are said to whoever sets the rule. */
  private static final Set<EmailRefusal> TO_PEOPLE =
      EnumSet.range(EmailRefusal.MISSING, EmailRefusal.EXTERNAL_ROLE_NEEDED);

  @Test
  void everyReasonHasATextOfItsOwn() throws IOException {
    String texts =
        Files.readString(
            Path.of("src/main/resources/theme-resources/messages/messages_en.properties"));
    Set<String> keys = new HashSet<>();
    for (EmailRefusal reason : TO_PEOPLE) {
      assertThat(keys.add(reason.messageKey("acme.com"))).as(reason.name()).isTrue();
      assertThat(texts).contains("\n" + reason.messageKey("acme.com") + "=");
      assertThat(texts).contains("\n" + reason.messageKey("") + "=");
    }
  }

  @Test
  void noDomainsAreNamedWhereThereAreNone() {
    assertThat(EmailRefusal.OTHER_DOMAIN.messageKey("")).isEqualTo("companyEmailNoDomains");
    assertThat(EmailRefusal.EXTERNAL_ROLE_NEEDED.messageKey("")).isEqualTo("companyEmailNoDomains");
    assertThat(EmailRefusal.FREE_MAIL.messageKey("")).isEqualTo("companyEmailFreeMail");
  }

  @Test
  void manyDomainsAreCutShort() {
    List<String> many = IntStream.range(0, 9).mapToObj(i -> "d" + i + ".example").toList();

    assertThat(new Verdict.Refused(EmailRefusal.OTHER_DOMAIN, many).domainsText())
        .isEqualTo("d0.example, d1.example, d2.example, d3.example, d4.example, …");
    assertThat(Verdict.refused(EmailRefusal.FREE_MAIL).asRefusal().details()).isEmpty();
    assertThatThrownBy(() -> Verdict.accepted().asRefusal())
        .isInstanceOf(IllegalStateException.class);
  }
}
