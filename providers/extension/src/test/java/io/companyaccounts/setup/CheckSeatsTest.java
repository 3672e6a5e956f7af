// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.setup.JpaCompanyFacts.SeatsTaken;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckSeatsTest {

  @Test
  void companiesWithinTheirLimitsAreNotNamed() {
    assertThat(findings("2", new SeatsTaken("full", null, 2), new SeatsTaken("large", "9", 9)))
        .isEmpty();
    assertThat(findings(null, new SeatsTaken("free", "", 100_000))).isEmpty();
  }

  @Test
  void moreMembersThanSeatsAreGoodToKnow() {
    List<Finding> findings =
        findings(
            "2",
            new SeatsTaken("a", null, 3),
            new SeatsTaken("b", "1", 2),
            new SeatsTaken("c", "5", 3));
    assertThat(findings).extracting(Finding::code).containsExactly("seats_exceeded");
    assertThat(findings.get(0).severity()).isEqualTo(Finding.Severity.INFO);
    assertThat(findings.get(0).about().get("organizations")).isEqualTo(List.of("a", "b"));
  }

  @Test
  void whatIsNoNumberIsNamed() {
    List<Finding> findings =
        findings("many", new SeatsTaken("a", "ten", 3), new SeatsTaken("b", "-1", 2));
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("seats_invalid", "seats_invalid");
    assertThat(findings.get(0).about())
        .containsEntry("realm", "acme")
        .containsEntry("value", "many");
    assertThat(findings.get(1).about().get("organizations")).isEqualTo(List.of("a", "b"));
  }

  private static List<Finding> findings(@Nullable String realmLimit, SeatsTaken... companies) {
    return CheckSeats.findings("acme", realmLimit, List.of(companies));
  }
}
