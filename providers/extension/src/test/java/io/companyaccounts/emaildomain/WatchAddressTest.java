// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.emaildomain.WatchAddress.Step;
import io.companyaccounts.membership.AddressNotes;
import io.companyaccounts.membership.MemberAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchAddressTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Verdict OUTSIDE = new Verdict.Outside(List.of("acme.com"));
  private static final Verdict REFUSED = Verdict.refused(EmailRefusal.REFUSED_DOMAIN);
  private static final Step NOTHING = new Step.Nothing();

  private static Step watch(Verdict verdict, boolean owner, AddressNotes notes, String changed) {
    return WatchAddress.watch(
        verdict,
        new MemberAddress("acme", owner, notes, null),
        Addresses.settings(EmailDomainSettings.CHANGED, changed, EmailDomainSettings.DAYS, "10"),
        NOW);
  }

  private static AddressNotes since(@Nullable Duration left) {
    return new AddressNotes(
        false, NOW.minus(Duration.ofDays(3)), left == null ? null : NOW.plus(left));
  }

  @Test
  void whoFitsIsLeftAlone() {
    assertThat(watch(Verdict.accepted(), false, AddressNotes.NONE, "refuse")).isEqualTo(NOTHING);
    assertThat(watch(OUTSIDE, false, AddressNotes.EXTERNAL, "refuse")).isEqualTo(NOTHING);
  }

  @Test
  void whoFitsAgainIsForgiven() {
    assertThat(watch(Verdict.accepted(), false, since(Duration.ofDays(1)), "grace"))
        .isEqualTo(new Step.Forget());
  }

  @Test
  void theVendorDecidesWhatHappensFirst() {
    assertThat(watch(OUTSIDE, false, AddressNotes.NONE, "warn")).isEqualTo(new Step.Tell(null));
    assertThat(watch(OUTSIDE, false, AddressNotes.NONE, "grace"))
        .isEqualTo(new Step.Tell(NOW.plus(Duration.ofDays(10))));
    assertThat(watch(OUTSIDE, false, AddressNotes.NONE, "refuse")).isEqualTo(new Step.ShutOut());
  }

  @Test
  void anExternalIsBoundByWhatIsRefused() {
    assertThat(watch(REFUSED, false, AddressNotes.EXTERNAL, "refuse"))
        .isEqualTo(new Step.ShutOut());
  }

  @Test
  void theTimeRunsOutOnce() {
    assertThat(watch(OUTSIDE, false, since(Duration.ofMillis(1)), "refuse")).isEqualTo(NOTHING);
    assertThat(watch(OUTSIDE, false, since(Duration.ZERO), "warn")).isEqualTo(new Step.ShutOut());
  }

  @Test
  void whoWasOnlyToldOfIsDecidedAboutWhenTheVendorBecomesStricter() {
    assertThat(watch(OUTSIDE, false, since(null), "warn")).isEqualTo(NOTHING);
    assertThat(watch(OUTSIDE, false, since(null), "grace"))
        .isEqualTo(new Step.Tell(NOW.plus(Duration.ofDays(10))));
    assertThat(watch(OUTSIDE, false, since(null), "refuse")).isEqualTo(new Step.ShutOut());
  }

  @ParameterizedTest
  @ValueSource(strings = {"warn", "grace", "refuse"})
  void theOwnerIsNeverShutOut(String changed) {
    assertThat(watch(OUTSIDE, true, AddressNotes.NONE, changed)).isEqualTo(new Step.Tell(null));
    assertThat(watch(OUTSIDE, true, since(null), changed)).isEqualTo(NOTHING);
    assertThat(watch(OUTSIDE, true, since(Duration.ofDays(-1)), changed))
        .isEqualTo(new Step.Tell(null));
  }
}
