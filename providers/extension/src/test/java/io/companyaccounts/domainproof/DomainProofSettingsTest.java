// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainProofSettingsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Pattern ROW =
      Pattern.compile("\\| `(company\\.[\\w.]+)` \\| (\\d+) to (\\d+)\\b.*\\| (\\d+) \\|");

  @Test
  void withoutAttributesTheUsualCounts() {
    assertThat(DomainProofSettings.of(key -> null)).isEqualTo(DomainProofSettings.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 0",
    "' 720 ', 90, 720, 90",
    "0, -1, 24, 7",
    "721, 91, 24, 7",
    "often, seven, 24, 7",
    "'', ' ', 24, 7",
    "1.5, 99999999999, 24, 7",
  })
  void aValueThatIsNoneIsAsIfItWereNotThere(String hours, String days, int recheck, int grace) {
    Map<String, String> attributes =
        Map.of(DomainProofSettings.RECHECK_HOURS, hours, DomainProofSettings.GRACE_DAYS, days);

    assertThat(DomainProofSettings.of(attributes::get))
        .isEqualTo(new DomainProofSettings(recheck, grace));
  }

  @Test
  void theDocumentSaysWhatTheSettingsAre() throws IOException {
    Map<String, List<Integer>> documented = new HashMap<>();
    for (MatchResult row :
        ROW.matcher(Files.readString(Path.of("../../docs/domain-proof.md"))).results().toList()) {
      documented.put(
          row.group(1),
          List.of(
              Integer.valueOf(row.group(2)),
              Integer.valueOf(row.group(3)),
              Integer.valueOf(row.group(4))));
    }

    assertThat(documented)
        .isEqualTo(
            Map.of(
                DomainProofSettings.RECHECK_HOURS,
                List.of(
                    DomainProofSettings.SHORTEST_RECHECK,
                    DomainProofSettings.LONGEST_RECHECK,
                    DomainProofSettings.USUAL.recheckHours()),
                DomainProofSettings.GRACE_DAYS,
                List.of(
                    0, DomainProofSettings.LONGEST_GRACE, DomainProofSettings.USUAL.graceDays())));
  }

  @Test
  void domainsThatWereProvenTogetherAreLookedAtOneAfterTheOther() {
    DomainProofSettings daily = new DomainProofSettings(24, 7);
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Instant next = daily.nextCheck(NOW, "row-" + i * 7_919, null);
      assertThat(next)
          .isAfter(NOW.plus(Duration.ofHours(18)))
          .isBeforeOrEqualTo(NOW.plus(Duration.ofHours(24)));
      times.add(next);
    }
    assertThat(times).hasSizeGreaterThan(500);
    assertThat(daily.nextCheck(NOW, "row", null)).isEqualTo(daily.nextCheck(NOW, "row", null));
  }

  @Test
  void aMissingRecordIsLookedAtWhenItsTimeIsOver() {
    DomainProofSettings monthly = new DomainProofSettings(720, 7);
    Instant end = monthly.countsUntil(NOW);

    assertThat(monthly.nextCheck(NOW, "row", end)).isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(monthly.nextCheck(end, "row", end)).isAfter(end);
  }
}
