// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever stands in a claim: reading it never throws, and only the exact proof is valid. */
class HostileProofsTest {

  private static final Instant NOW = Instant.ofEpochSecond(1732270010);
  private static final ProofRequest WANTED = ProofRequest.ordering("Q-77");

  private static Verification verify(@Nullable Map<String, ?> claims) {
    return Proofs.of(claims, "shop").verify("acme", WANTED, NOW, Duration.ZERO);
  }

  @Provide
  Arbitrary<Object> value() {
    return HostileClaims.value();
  }

  @Provide
  Arbitrary<String> member() {
    return Arbitraries.of(
        "id", "organization", "client", "operation", "reference", "method", "at", "exp", "more");
  }

  @Property(tries = 500)
  void rubbishProvesNothing(@ForAll("value") @Nullable Object claim) {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("ordering", claim);
    claims.put("confirmation", claim);
    assertThat(verify(claims).valid()).isFalse();
    assertThat(Proofs.of(claims, "shop").all(ProofKind.CONFIRMATION)).isEmpty();
  }

  @Property(tries = 500)
  void oneHostileMemberInAGoodProofNeverThrowsAndNeverWidensIt(
      @ForAll("member") String member, @ForAll("value") @Nullable Object value) {
    Map<String, @Nullable Object> proof = new HashMap<>(Vectors.PROOF);
    proof.put(member, value);
    Verification verification = verify(Map.of("ordering", proof));
    boolean compared = List.of("organization", "client", "operation", "reference").contains(member);
    boolean changed = !Objects.equals(value, Vectors.PROOF.get(member));
    assertThat(verification.valid() && compared && changed).isFalse();
  }

  @Property(tries = 500)
  void onlyAWholeNumberWithinBoundsIsALimitThatAllows(@ForAll("value") @Nullable Object limit) {
    Map<String, @Nullable Object> limits = new HashMap<>();
    limits.put("order.place", limit);
    Map<String, Object> access = Map.of("roles", List.of("order.place"), "limits", limits);
    Map<String, Object> acme = Map.of("owner", false, "resource_access", Map.of("shop", access));
    CompanyToken token = CompanyToken.of(Map.of("organization", Map.of("acme", acme)), "shop");
    boolean allowed = token.may("acme", "order.place", BigDecimal.ONE).allowed();
    assertThat(allowed).isEqualTo(limit instanceof Number number && isLimitOfOneOrMore(number));
  }

  private static boolean isLimitOfOneOrMore(Number number) {
    double value = number.doubleValue();
    return value >= 1 && value <= Limit.LARGEST && value == Math.floor(value);
  }

  @Test
  void timesMayBeInstantsOrDates() {
    Map<String, Object> proof = new HashMap<>(Vectors.PROOF);
    proof.put("at", NOW);
    proof.put("exp", Date.from(NOW.plusSeconds(60)));
    assertThat(verify(Map.of("ordering", proof)).valid()).isTrue();
  }

  @Test
  void aProofThatHoldsItselfIsReadOnce() {
    Map<String, Object> knot = new HashMap<>(Vectors.PROOF);
    knot.put("more", List.of(knot));
    knot.put("reference", "Q-78");
    assertThat(verify(Map.of("ordering", knot)).reason())
        .isEqualTo(Verification.Reason.OTHER_REFERENCE);
  }

  @Test
  void onlyAValidVerificationHandsOutTheProof() {
    Map<String, Object> proof = new HashMap<>(Vectors.PROOF);
    assertThat(verify(Map.of("ordering", proof)).proof()).isPresent();
    proof.put("exp", NOW.getEpochSecond());
    Verification ended = verify(Map.of("ordering", proof));
    assertThat(ended.proof()).isEmpty();
    assertThat(ended).hasToString("Verification[EXPIRED]");
  }

  @Test
  void clocksCannotDifferBackwards() {
    Proofs proofs = Proofs.of(Map.of(), "shop");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> proofs.verify("acme", WANTED, NOW, Duration.ofSeconds(-1)));
  }

  @Test
  void amountsBelowNothingAreAMistakeOfTheProgram() {
    CompanyToken nobody = CompanyToken.of(null, "shop");
    BigDecimal less = new BigDecimal("-0.01");
    for (Limit limit : new Limit[] {new Limit.None(), new Limit.UpTo(5), new Limit.Unknown()}) {
      assertThatIllegalArgumentException().isThrownBy(() -> limit.allows(less));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> nobody.may("acme", "order.place", less));
    assertThatIllegalArgumentException().isThrownBy(() -> new Limit.UpTo(-1));
    assertThat(nobody.may("acme", "order.place", BigDecimal.ZERO).reason())
        .isEqualTo(Decision.Reason.NO_COMPANY);
  }

  @Property(tries = 500)
  void anyTextIsReadAsAnAnswerWithoutThrowing(@ForAll String body, @ForAll int status) {
    assertThat(Redemption.read(OrderVectorsTest.proof(), status, body))
        .isNotInstanceOf(Redemption.Redeemed.class);
    JsonText.object("{\"a\":" + body + "}");
  }
}
