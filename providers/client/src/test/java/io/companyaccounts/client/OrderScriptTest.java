// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JavaScript file asks, verifies and redeems as the shared rows say, like the Java classes. */
class OrderScriptTest {

  private static Script script;

  @BeforeAll
  static void load() {
    script = new Script();
  }

  @AfterAll
  static void close() {
    script.close();
  }

  private static Value request(JsonNode row) {
    Value parts = script.json(row.toString());
    return script.call(
        "proofRequest",
        parts.getMember("reference"),
        parts.getMember("operation"),
        parts.getMember("kind"));
  }

  @ParameterizedTest
  @MethodSource(Vectors.ACTIONS)
  void referencesAreEncodedOrRefused(Vectors row) {
    if (row.get("kcAction").isNull()) {
      assertThatExceptionOfType(PolyglotException.class)
          .isThrownBy(() -> request(row.row()))
          .withMessageStartingWith("RangeError: the ");
    } else {
      assertThat(script.call("kcAction", request(row.row())).asString())
          .isEqualTo(row.text("kcAction"));
    }
  }

  @ParameterizedTest
  @MethodSource(Vectors.LIMITS)
  void limitsAreReadSafely(Vectors row) {
    Value claims = script.json(row.claimsWithAccess());
    Value amount = script.json(row.get("amount").textValue());
    String organization = "organization";
    assertThat(
            script
                .call("reason", claims, "shop", "acme", "order.place", organization, amount)
                .asString())
        .isEqualTo(row.text("reason"));
    double limit =
        script
            .call("companies", claims)
            .getArrayElement(0)
            .invokeMember("limit", "shop", "order.place")
            .asDouble();
    assertThat(Double.valueOf(limit)).isEqualTo(limit(row.get("limit")));
  }

  private static Double limit(JsonNode expected) {
    if (expected.isNumber()) {
      return expected.doubleValue();
    }
    return expected.textValue().equals("none") ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  @Test
  void anAmountThatIsNoneIsAMistakeOfTheProgram() {
    Value claims = script.json("{}");
    for (String amount : List.of("-1", "\"5\"", "null", "[]")) {
      assertThatExceptionOfType(PolyglotException.class)
          .isThrownBy(
              () ->
                  script.call(
                      "may", claims, "shop", "acme", "p", "organization", script.json(amount)));
    }
  }

  @ParameterizedTest
  @MethodSource(Vectors.VERIFICATIONS)
  void proofsAreVerifiedExactly(Vectors row) {
    JsonNode ask = row.get("ask");
    Value said =
        script.call(
            "verify",
            script.json(row.get("claims").toString()),
            ask.get("client").textValue(),
            ask.get("organization").textValue(),
            request(ask),
            ask.get("now").longValue(),
            ask.get("clockSkew").longValue());
    assertThat(said.getMember("reason").asString()).isEqualTo(row.text("reason"));
    Value proof = said.getMember("proof");
    assertThat(proof.isNull() ? null : proof.getMember("id").asString()).isEqualTo(row.text("id"));
  }

  @Test
  void theReasonsAreThoseOfJava() {
    assertThat(script.module().getMember("ProofReason").getMemberKeys())
        .containsExactlyElementsOf(
            Arrays.stream(Verification.Reason.values()).map(Enum::name).toList());
  }

  @Test
  void proofsThatCanBeReadAreListedNewestFirst() {
    Value claims =
        script.json(
            "{\"ordering\": "
                + ordering("p-2", "{\"limit\": 7, \"more\": [7, " + ordering("p-1", "{}") + "]}")
                + "}");
    Value proofs = script.call("proofs", claims);
    assertThat(proofs.getArraySize()).isEqualTo(2);
    assertThat(proofs.getArrayElement(0).getMember("limit").asInt()).isEqualTo(7);
    assertThat(proofs.getArrayElement(1).getMember("id").asString()).isEqualTo("p-1");
  }

  private static String ordering(String id, String more) {
    try {
      var proof = ClaimShape.JSON.valueToTree(Vectors.PROOF);
      ((ObjectNode) proof).put("id", id).setAll((ObjectNode) ClaimShape.JSON.readTree(more));
      return proof.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value proof() {
    return script
        .call("proofs", script.json("{\"ordering\": " + ordering("p-1", "{}") + "}"))
        .getArrayElement(0);
  }

  @ParameterizedTest
  @MethodSource(Vectors.REDEMPTIONS)
  void answersAreReadStrictly(Vectors row) {
    Value said =
        script.call(
            "redemption", proof(), row.get("status").intValue(), row.get("body").textValue());
    assertThat(said.getMember("outcome").asString()).isEqualTo(row.text("outcome"));
    @Nullable String code = said.hasMember("code") ? said.getMember("code").asString() : null;
    assertThat(code).isEqualTo(row.text("code"));
    if (row.get("outcome").textValue().equals("REDEEMED")) {
      assertThat(said.getMember("user").asString()).isEqualTo("u-1");
      assertThat(said.getMember("redeemedAt").asLong()).isEqualTo(1732270005);
    }
  }

  @ParameterizedTest
  @MethodSource(Vectors.CREDENTIALS)
  void credentialsAreEncodedBeforeTheyAreJoined(Vectors row) {
    assertThat(
            script
                .call("credentials", row.get("client").textValue(), row.get("secret").textValue())
                .asString())
        .isEqualTo(row.text("header"));
  }

  @ParameterizedTest
  @MethodSource(Vectors.HINTS)
  void hintsAreWordsOnly(Vectors row) {
    Value status = script.json(row.get("status").toString());
    assertThat(script.call("stepHint", status).asString()).isEqualTo(row.text("hint"));
  }

  private static Value redeemed(String fetch) {
    Value run =
        script.eval(
            "(module, proof) => { const seen = {};"
                + " const fetch = "
                + fetch
                + "; module.redeem(proof, {issuer: 'https://kc/realms/r/', client: 'shop',"
                + " secret: 's', fetch}).then(result => { seen.result = result; });"
                + " return seen; }");
    return run.execute(script.module(), proof());
  }

  @Test
  void redeemingSendsTheProofWithTheCredentialsOnce() {
    Value seen =
        redeemed(
            "async (url, options) => { seen.url = url; seen.options = options;"
                + " seen.calls = (seen.calls ?? 0) + 1;"
                + " return {status: 409, text: async () => '{\"error\": \"proof_redeemed\"}'}; }");
    assertThat(seen.getMember("url").asString())
        .isEqualTo("https://kc/realms/r/company/ordering/redeem");
    Value options = seen.getMember("options");
    assertThat(options.getMember("method").asString()).isEqualTo("POST");
    assertThat(options.getMember("redirect").asString()).isEqualTo("manual");
    assertThat(options.getMember("body").asString()).isEqualTo("proof=p-1&reference=Q-77");
    assertThat(options.getMember("headers").getMember("Authorization").asString())
        .isEqualTo("Basic c2hvcDpz");
    assertThat(seen.getMember("calls").asInt()).isEqualTo(1);
    assertThat(seen.getMember("result").getMember("outcome").asString())
        .isEqualTo("ALREADY_REDEEMED");
  }

  @Test
  void aKeycloakThatCannotBeReachedIsAnOutcome() {
    for (String fetch :
        List.of(
            "async () => { throw new Error('connection refused'); }",
            "async () => ({status: 200, text: async () => { throw new Error('cut off'); }})",
            "() => { throw new Error('at once'); }")) {
      assertThat(redeemed(fetch).getMember("result").getMember("outcome").asString())
          .isEqualTo("UNAVAILABLE");
    }
  }
}
