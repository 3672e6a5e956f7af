// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static io.companyaccounts.emaildomain.Addresses.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EmailPolicyTest {

  private static final OwnEmailRule STRICT =
      new OwnEmailRule(
          new EmailRule(
              DomainPolicy.FIRST_MEMBER,
              true,
              Set.of(),
              Set.of(),
              Externals.NONE,
              true,
              Treatment.ALLOW,
              Treatment.ALLOW,
              Treatment.ALLOW,
              false),
          1);

  @Test
  void externalsNeedBothToAllowThem() {
    EmailPolicy allowing = policy(EmailDomainSettings.EXTERNALS, "invited-only");

    assertThat(allowing.allowsExternals()).isTrue();
    assertThat(allowing.with(STRICT).allowsExternals()).isFalse();
    assertThat(policy().allowsExternals()).isFalse();
  }

  @Test
  void theFirstMembersDomainMattersIfEitherAsksForIt() {
    assertThat(policy().needsAnchor()).isFalse();
    assertThat(policy().with(STRICT).needsAnchor()).isTrue();
    assertThat(policy(EmailDomainSettings.POLICY, "first-member").needsAnchor()).isTrue();
  }

  @Test
  void itIsOpenIfBothAre() {
    assertThat(policy().isOpen()).isTrue();
    assertThat(policy().with(STRICT).isOpen()).isFalse();
    assertThat(policy(EmailDomainSettings.FREE_MAIL, "refuse").isOpen()).isFalse();
  }
}
