// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyRoleTest {

  @ParameterizedTest
  @CsvSource({"de,Einkauf", "de-CH,Einkauf", "de-AT,Beschaffung", "nl,purchaser", "'',purchaser"})
  void itIsShownInTheLanguageElseUnderItsOwnName(String language, String shown) {
    assertThat(role(1).displayName(language)).isEqualTo(shown);
  }

  @Test
  void noRankIsBelowZeroOrReachesTheOwner() {
    assertThat(role(-5).rank()).isZero();
    assertThat(role(Integer.MAX_VALUE).rank()).isLessThan(Standing.OWNER_RANK);
  }

  private static CompanyRole role(int rank) {
    return new CompanyRole(
        "id",
        CompanyRole.Kind.PREDEFINED,
        "purchaser",
        Map.of("de", "Einkauf", "de-AT", "Beschaffung"),
        null,
        rank,
        true,
        false,
        Set.of(),
        Set.of(),
        0);
  }
}
