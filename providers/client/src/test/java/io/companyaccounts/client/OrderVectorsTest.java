// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java classes say what the shared rows say; the JavaScript file is held to the same ones. */
class OrderVectorsTest {

  private static ProofRequest request(JsonNode row) {
    return new ProofRequest(
        ProofKind.valueOf(row.get("kind").textValue().toUpperCase(Locale.ROOT)),
        row.get("operation").textValue(),
        row.get("reference").textValue());
  }

  @ParameterizedTest
  @MethodSource(Vectors.ACTIONS)
  void referencesAreEncodedOrRefused(Vectors row) {
    if (row.get("kcAction").isNull()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> request(row.row()))
          .withMessageNotContaining("Q-77");
    } else {
      assertThat(request(row.row()).kcAction())
          .isEqualTo(row.text("kcAction"))
          .matches("[A-Za-z0-9._~-]+:[A-Za-z0-9._~-]+")
          .hasSizeLessThanOrEqualTo(1200);
    }
  }

  @ParameterizedTest
  @MethodSource(Vectors.LIMITS)
  void limitsAreReadSafely(Vectors row) {
    CompanyToken token = CompanyToken.of(Vectors.map(row.claimsWithAccess()), "shop");
    BigDecimal amount = new BigDecimal(row.get("amount").textValue());
    assertThat(token.may("acme", "order.place", amount).reason())
        .isEqualTo(Decision.Reason.valueOf(row.get("reason").textValue()));
    assertThat(token.company("acme").orElseThrow().limit("shop", "order.place"))
        .isEqualTo(limit(row.get("limit")));
  }

  private static Limit limit(JsonNode expected) {
    if (expected.isNumber()) {
      return new Limit.UpTo(expected.longValue());
    }
    return expected.textValue().equals("none") ? new Limit.None() : new Limit.Unknown();
  }

  @ParameterizedTest
  @MethodSource(Vectors.VERIFICATIONS)
  void proofsAreVerifiedExactly(Vectors row) {
    JsonNode ask = row.get("ask");
    Verification verification =
        Proofs.of(Vectors.map(row.get("claims").toString()), ask.get("client").textValue())
            .verify(
                ask.get("organization").textValue(),
                request(ask),
                Instant.ofEpochSecond(ask.get("now").longValue()),
                Duration.ofSeconds(ask.get("clockSkew").longValue()));
    assertThat(verification.reason().name()).isEqualTo(row.text("reason"));
    assertThat(verification.proof().map(Proof::id)).isEqualTo(Optional.ofNullable(row.text("id")));
  }

  static Proof proof() {
    return Proof.read(ProofKind.ORDERING, Vectors.PROOF).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource(Vectors.REDEMPTIONS)
  void answersAreReadStrictly(Vectors row) {
    Redemption expected =
        switch (row.get("outcome").textValue()) {
          case "REDEEMED" -> new Redemption.Redeemed("u-1", Instant.ofEpochSecond(1732270005));
          case "ALREADY_REDEEMED" -> new Redemption.AlreadyRedeemed();
          case "REFUSED" -> new Redemption.Refused(row.get("code").textValue());
          default -> new Redemption.Unavailable("");
        };
    Redemption read =
        Redemption.read(proof(), row.get("status").intValue(), row.get("body").textValue());
    if (expected instanceof Redemption.Unavailable) {
      assertThat(read).isInstanceOf(Redemption.Unavailable.class);
    } else {
      assertThat(read).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource(Vectors.CREDENTIALS)
  void credentialsAreEncodedBeforeTheyAreJoined(Vectors row) {
    assertThat(
            RedeemProof.credentials(row.get("client").textValue(), row.get("secret").textValue()))
        .isEqualTo(row.text("header"));
  }

  @ParameterizedTest
  @MethodSource(Vectors.HINTS)
  void hintsAreWordsOnly(Vectors row) {
    assertThat(StepHint.of(row.text("status")).name()).isEqualTo(row.text("hint"));
  }

  @Test
  void theProofOfTheRowsHasNoLimit() {
    assertThat(proof().limit()).isEqualTo(new Limit.None());
    Map<String, Object> limited = new HashMap<>(Vectors.PROOF);
    limited.put("limit", 5000);
    assertThat(Proof.read(ProofKind.ORDERING, limited).orElseThrow().limit())
        .isEqualTo(new Limit.UpTo(5000));
    limited.put("limit", null);
    assertThat(Proof.read(ProofKind.ORDERING, limited).orElseThrow().limit())
        .isEqualTo(new Limit.Unknown());
  }
}
