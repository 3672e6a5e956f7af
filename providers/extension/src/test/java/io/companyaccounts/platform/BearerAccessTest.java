// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;

/** Which tokens are meant for the pack's resources. */
class BearerAccessTest {

  @Test
  void aTokenForTheAudienceCompanyIsMeantForUs() {
    assertThat(BearerAccess.isMeantForUs(token("shop", "account", "company"))).isTrue();
  }

  @Test
  void theAccountConsolesOwnTokenIsMeantForUs() {
    assertThat(BearerAccess.isMeantForUs(token("account-console", "account"))).isTrue();
  }

  @Test
  void anotherClientsTokenForTheAccountIsNot() {
    assertThat(BearerAccess.isMeantForUs(token("shop", "account"))).isFalse();
  }

  @Test
  void aTokenWithoutAudienceIsNot() {
    assertThat(BearerAccess.isMeantForUs(token("account-console"))).isFalse();
    assertThat(BearerAccess.isMeantForUs(token("company"))).isFalse();
  }

  private static AccessToken token(String client, String... audience) {
    AccessToken token = new AccessToken();
    token.issuedFor(client);
    token.audience(audience);
    return token;
  }
}
