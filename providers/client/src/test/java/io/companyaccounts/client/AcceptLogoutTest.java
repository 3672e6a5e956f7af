// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.companyaccounts.client.Logout.Accepted;
import io.companyaccounts.client.Logout.Reason;
import io.companyaccounts.client.Logout.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptLogoutTest {

  static final String ISSUER = "https://login.example.com/realms/customers";
  static final String CLIENT = "shop";
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final AcceptLogout acceptLogout = new AcceptLogout(LogoutExpectations.of(ISSUER, CLIENT));

  /** What Keycloak sends. */
  static Map<String, Object> goodToken(Instant now) {
    Map<String, Object> token = new HashMap<>();
    token.put("iss", ISSUER);
    token.put("aud", CLIENT);
    token.put("iat", now.getEpochSecond());
    token.put("exp", now.plusSeconds(120).getEpochSecond());
    token.put("jti", "0a1b2c");
    token.put("typ", "Logout");
    token.put("sub", "erika");
    token.put("sid", "session-1");
    token.put("events", Map.of(AcceptLogout.EVENT, Map.of()));
    return token;
  }

  private Logout acceptWith(String claim, @Nullable Object value) {
    Map<String, Object> token = goodToken(NOW);
    token.put(claim, value);
    return acceptLogout.accept(token, NOW);
  }

  private Logout acceptWithout(String claim) {
    Map<String, Object> token = goodToken(NOW);
    token.remove(claim);
    return acceptLogout.accept(token, NOW);
  }

  private void assertRefused(Logout logout, Reason reason) {
    assertThat(logout).isEqualTo(new Refused(reason));
  }

  @Test
  void whatKeycloakSendsIsAccepted() {
    Accepted accepted = (Accepted) acceptLogout.accept(goodToken(NOW), NOW);
    assertThat(accepted.sid()).contains("session-1");
    assertThat(accepted.sub()).contains("erika");
  }

  @Test
  void aPersonWithoutASessionIsEnough() {
    Accepted accepted = (Accepted) acceptWithout("sid");
    assertThat(accepted.sid()).isEmpty();
    assertThat(accepted.sub()).contains("erika");
  }

  @Test
  void aSessionWithoutAPersonIsEnough() {
    Accepted accepted = (Accepted) acceptWithout("sub");
    assertThat(accepted.sid()).contains("session-1");
    assertThat(accepted.sub()).isEmpty();
  }

  @Test
  void severalAudiencesMayHoldOurs() {
    assertThat(acceptWith("aud", List.of("portal", "shop"))).isInstanceOf(Accepted.class);
  }

  @Test
  void timesMayBeInstantsOrDates() {
    Map<String, Object> token = goodToken(NOW);
    token.put("iat", NOW);
    token.put("exp", Date.from(NOW.plusSeconds(120)));
    assertThat(acceptLogout.accept(token, NOW)).isInstanceOf(Accepted.class);
  }

  @Test
  void anotherIssuerIsRefused() {
    assertRefused(acceptWith("iss", ISSUER + "/"), Reason.WRONG_ISSUER);
    assertRefused(acceptWithout("iss"), Reason.WRONG_ISSUER);
    assertRefused(acceptWith("iss", List.of(ISSUER)), Reason.WRONG_ISSUER);
    assertRefused(acceptLogout.accept(null, NOW), Reason.WRONG_ISSUER);
  }

  @Test
  void anotherAudienceIsRefused() {
    assertRefused(acceptWith("aud", "portal"), Reason.WRONG_AUDIENCE);
    assertRefused(acceptWith("aud", List.of()), Reason.WRONG_AUDIENCE);
    assertRefused(acceptWithout("aud"), Reason.WRONG_AUDIENCE);
  }

  @Test
  void aTokenWithoutReadableDateIsRefused() {
    assertRefused(acceptWithout("iat"), Reason.NOT_DATED);
    assertRefused(acceptWith("iat", "today"), Reason.NOT_DATED);
    assertRefused(acceptWith("iat", Double.NaN), Reason.NOT_DATED);
    assertRefused(acceptWith("iat", Long.MAX_VALUE), Reason.NOT_DATED);
    assertRefused(acceptWith("iat", Instant.MAX), Reason.NOT_DATED);
    assertRefused(acceptWith("iat", -1), Reason.NOT_DATED);
  }

  @Test
  void aTokenFromTheFutureIsRefusedBeyondTheClockSkew() {
    assertRefused(acceptWith("iat", NOW.plusSeconds(31)), Reason.FROM_THE_FUTURE);
    assertThat(acceptWith("iat", NOW.plusSeconds(30))).isInstanceOf(Accepted.class);
  }

  @Test
  void anExpiredTokenIsRefusedBeyondTheClockSkew() {
    assertRefused(acceptWith("exp", NOW.minusSeconds(30)), Reason.EXPIRED);
    assertRefused(acceptWithout("exp"), Reason.EXPIRED);
    assertRefused(acceptWith("exp", "never"), Reason.EXPIRED);
    assertThat(acceptWith("exp", NOW.minusSeconds(29))).isInstanceOf(Accepted.class);
  }

  @Test
  void anOldTokenIsRefusedHoweverLongItIsValid() {
    assertRefused(acceptWith("iat", NOW.minusSeconds(330)), Reason.TOO_OLD);
    assertThat(acceptWith("iat", NOW.minusSeconds(329))).isInstanceOf(Accepted.class);
  }

  @Test
  void aTokenWithoutTheLogoutEventIsRefused() {
    assertRefused(acceptWithout("events"), Reason.NOT_A_LOGOUT);
    assertRefused(acceptWith("events", Map.of()), Reason.NOT_A_LOGOUT);
    assertRefused(acceptWith("events", AcceptLogout.EVENT), Reason.NOT_A_LOGOUT);
    assertRefused(acceptWith("events", List.of(AcceptLogout.EVENT)), Reason.NOT_A_LOGOUT);
    assertRefused(acceptWith("events", Map.of(AcceptLogout.EVENT, true)), Reason.NOT_A_LOGOUT);
  }

  @Test
  void aTokenWithANonceIsRefusedEvenAnEmptyOne() {
    assertRefused(acceptWith("nonce", "n"), Reason.HAS_NONCE);
    assertRefused(acceptWith("nonce", null), Reason.HAS_NONCE);
  }

  @Test
  void aTokenThatNamesNobodyIsRefused() {
    Map<String, Object> token = goodToken(NOW);
    token.remove("sid");
    token.remove("sub");
    assertRefused(acceptLogout.accept(token, NOW), Reason.NOBODY_NAMED);
  }

  @Test
  void anUnreadableSessionDoesNotBecomeALogoutOfAllSessions() {
    assertRefused(acceptWith("sid", 7), Reason.NOBODY_NAMED);
    assertRefused(acceptWith("sid", null), Reason.NOBODY_NAMED);
    assertRefused(acceptWith("sub", List.of("erika")), Reason.NOBODY_NAMED);
  }

  @Test
  void aTokenWithoutIdIsRefused() {
    assertRefused(acceptWithout("jti"), Reason.NO_TOKEN_ID);
    assertRefused(acceptWith("jti", 5), Reason.NO_TOKEN_ID);
    assertRefused(acceptWith("jti", " "), Reason.NO_TOKEN_ID);
    assertRefused(acceptWith("jti", "x".repeat(256)), Reason.NO_TOKEN_ID);
  }

  @Test
  void theSameTokenTwiceIsRefused() {
    acceptLogout.accept(goodToken(NOW), NOW);
    assertRefused(acceptLogout.accept(goodToken(NOW), NOW.plusSeconds(60)), Reason.REPLAYED);
  }

  @Test
  void aRefusedTokenIsNotRemembered() {
    acceptWith("events", Map.of());
    assertThat(acceptLogout.accept(goodToken(NOW), NOW)).isInstanceOf(Accepted.class);
  }

  @Test
  void aLogoutEndsTheNamedSessionOfTheNamedPerson() {
    Accepted both = (Accepted) acceptLogout.accept(goodToken(NOW), NOW);
    assertThat(both.ends("session-1", "erika")).isTrue();
    assertThat(both.ends("session-2", "erika")).isFalse();
    assertThat(both.ends("session-1", "max")).isFalse();
    assertThat(both.ends(null, "erika")).isFalse();
  }

  @Test
  void aLogoutWithoutSessionEndsAllSessionsOfThePerson() {
    Accepted person = (Accepted) acceptWithout("sid");
    assertThat(person.ends("session-1", "erika")).isTrue();
    assertThat(person.ends(null, "erika")).isTrue();
    assertThat(person.ends("session-1", "max")).isFalse();
  }

  @Test
  void expectationsOutOfBoundsAreRefusedByName() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogoutExpectations.of(" ", CLIENT))
        .withMessage("issuer is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogoutExpectations.of(ISSUER, ""))
        .withMessage("client is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogoutExpectations(ISSUER, CLIENT, second.negated(), second, 1))
        .withMessage("clockSkew is negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogoutExpectations(ISSUER, CLIENT, second, Duration.ZERO, 1))
        .withMessage("maxAge is not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogoutExpectations(ISSUER, CLIENT, second, second, 0))
        .withMessage("remembered is less than 1");
  }
}
