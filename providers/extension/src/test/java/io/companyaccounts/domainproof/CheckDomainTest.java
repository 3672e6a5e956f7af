// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.domainproof.CheckDomain.Known;
import io.companyaccounts.domainproof.CheckDomain.Result;
import io.companyaccounts.domainproof.DomainProof.State;
import io.companyaccounts.domainproof.TxtRecords.Answer;
import io.companyaccounts.domainproof.TxtRecords.Found;
import io.companyaccounts.domainproof.TxtRecords.NotThere;
import io.companyaccounts.domainproof.TxtRecords.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDomainTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final DomainRecord RECORD = new DomainRecord("acme.example", "c0de");
  private static final String VALUE = "company-accounts=c0de";

  private final CheckDomain rule = new CheckDomain(new DomainProofSettings(24, 7));

  @ParameterizedTest
  @CsvSource({
    // state, days since it is missing, what the DNS says, what comes of it
    "UNPROVEN,    , found,       Proven",
    "UNPROVEN,    , not there,   Same",
    "UNPROVEN,    , others,      Same",
    "UNPROVEN,    , unavailable, Unavailable",
    "PROVEN,      , found,       Same",
    "PROVEN,      , not there,   Missing",
    "PROVEN,      , others,      Missing",
    "PROVEN,      , unavailable, Unavailable",
    "MISSING,    3, found,       Proven",
    "MISSING,    3, not there,   Same",
    "MISSING,    3, others,      Same",
    "MISSING,    3, unavailable, Unavailable",
    "MISSING,    7, not there,   Lost",
    "MISSING,    8, not there,   Lost",
    "MISSING,    8, others,      Lost",
    "MISSING,    8, found,       Proven",
    "MISSING,    8, unavailable, Unavailable",
    "MISSING,   -1, not there,   Same",
    "LOST,        , found,       Proven",
    "LOST,        , not there,   Same",
    "LOST,        , others,      Same",
    "LOST,        , unavailable, Unavailable",
  })
  void everyStateMeetsEveryAnswer(State state, Long daysMissing, String answer, String result) {
    Instant missingSince = daysMissing == null ? null : NOW.minus(Duration.ofDays(daysMissing));

    assertThat(rule.check(new Known(state, RECORD, missingSince), answer(answer), NOW))
        .extracting(found -> found.getClass().getSimpleName())
        .isEqualTo(result);
  }

  @Test
  void aMissingRecordDoesNoHarmUntilTheGraceTimeIsOver() {
    assertThat(rule.check(new Known(State.PROVEN, RECORD, null), new NotThere(), NOW))
        .isEqualTo(new Result.Missing(NOW.plus(Duration.ofDays(7))));
  }

  @Test
  void theGraceTimeEndsToTheMoment() {
    Instant since = NOW.minus(Duration.ofDays(7));
    Known missing = new Known(State.MISSING, RECORD, since);

    assertThat(rule.check(missing, new NotThere(), NOW.minusMillis(1)))
        .isInstanceOf(Result.Same.class);
    assertThat(rule.check(missing, new NotThere(), NOW)).isInstanceOf(Result.Lost.class);
  }

  @Test
  void aClockThatWasPutBackTakesNoProofAway() {
    Known missing = new Known(State.MISSING, RECORD, NOW);

    assertThat(rule.check(missing, new NotThere(), NOW.minus(Duration.ofDays(400))))
        .isInstanceOf(Result.Same.class);
  }

  @Test
  void withoutGraceTimeAMissingRecordEndsTheProofAtOnce() {
    CheckDomain strict = new CheckDomain(new DomainProofSettings(24, 0));

    assertThat(strict.check(new Known(State.PROVEN, RECORD, null), new NotThere(), NOW))
        .isInstanceOf(Result.Lost.class);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void anAnswerWithoutRecordsIsLikeNone(State state) {
    Instant since = state == State.MISSING ? NOW : null;
    Known known = new Known(state, RECORD, since);

    assertThat(rule.check(known, new Found(List.of()), NOW))
        .isEqualTo(rule.check(known, new NotThere(), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VALUE,
        "  " + VALUE + "\t",
        "\"" + VALUE + "\"",
        " \" " + VALUE + " \" ",
      })
  void theRecordIsKnownHoweverItWasTyped(String text) {
    assertThat(rule.check(new Known(State.UNPROVEN, RECORD, null), found("v=spf1 -all", text), NOW))
        .isInstanceOf(Result.Proven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "c0de",
        "company-accounts=",
        "company-accounts=C0DE",
        "company-accounts=c0de2",
        "company-accounts=c0d",
        "xcompany-accounts=c0de",
        "company-accounts=c0de company-accounts=c0de",
        "company-accounts=other",
      })
  void whatIsNotTheRecordProvesNothing(String text) {
    assertThat(rule.check(new Known(State.UNPROVEN, RECORD, null), found(text), NOW))
        .isInstanceOf(Result.Same.class);
  }

  private static Answer answer(String text) {
    return switch (text) {
      case "found" -> found("company-accounts=other", VALUE);
      case "others" -> found("v=spf1 -all", "company-accounts=other");
      case "not there" -> new NotThere();
      default -> new Unavailable();
    };
  }

  private static Answer found(String... values) {
    return new Found(List.of(values));
  }
}
