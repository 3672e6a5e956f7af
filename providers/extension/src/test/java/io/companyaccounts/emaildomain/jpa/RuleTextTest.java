// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.DomainPattern;
import io.companyaccounts.emaildomain.DomainPolicy;
import io.companyaccounts.emaildomain.EmailDomain;
import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.Externals;
import io.companyaccounts.emaildomain.OwnEmailRule;
import io.companyaccounts.emaildomain.Treatment;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTextTest {

  @Test
  void whatIsWrittenIsRead() {
    EmailRule rule =
        new EmailRule(
            DomainPolicy.FIRST_MEMBER,
            false,
            Set.of(pattern("acme.example"), pattern("*.bücher.example")),
            Set.of(pattern("evil.org")),
            Externals.NONE,
            false,
            Treatment.SINGLE_SEAT,
            Treatment.REFUSE,
            Treatment.REFUSE,
            true);
    RuleText text =
        new RuleText(new OwnEmailRule(rule, 7), EmailDomain.parse("acme.example").orElseThrow());

    assertThat(RuleText.read(text.write())).isEqualTo(text);
    assertThat(text.write()).matches("\\p{ASCII}+").doesNotContain("ü");
  }

  @Test
  void nothingIsTheOpenRule() {
    assertThat(RuleText.read(null)).isEqualTo(RuleText.NONE);
    assertThat(RuleText.read("{}")).isEqualTo(RuleText.NONE);
    assertThat(RuleText.read(RuleText.NONE.write())).isEqualTo(RuleText.NONE);
  }

  private static DomainPattern pattern(String text) {
    return DomainPattern.parse(text).orElseThrow();
  }
}
