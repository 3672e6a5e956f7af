// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a proof that was to be redeemed. Go on only when it is {@link Redeemed}. */
public sealed interface Redemption {

  /**
   * The proof was used up by this call, and by no other.
   *
   * @param user the person who confirmed: compare it with the claim {@code sub} of the token
   * @param redeemedAt when Keycloak noted it
   */
  record Redeemed(String user, Instant redeemedAt) implements Redemption {}

  /**
   * The proof was used up before: by another request, or by an own one whose answer was lost. The
   * person must confirm anew.
   */
  record AlreadyRedeemed() implements Redemption {}

  /**
   * Keycloak will not redeem it.
   *
   * @param code Keycloak's word for why, for logs: {@code proof_not_found} (it has ended, or is
   *     another application's), {@code reference_mismatch}, {@code invalid_client}, {@code
   *     confidential_client_required}, {@code invalid_value}; {@code http_} and the status when it
   *     gave no such word
   */
  record Refused(String code) implements Redemption {}

  /**
   * There was no answer that could be understood. Whether the proof is used up is not known: do not
   * go on. A second try by the person is safe, and may find it {@link AlreadyRedeemed}.
   *
   * @param why in English, for logs; holds nothing that came from outside
   */
  record Unavailable(String why) implements Redemption {}

  /** Reads an answer of Keycloak. */
  static Redemption read(Proof proof, int status, String body) {
    Optional<Map<String, @Nullable Object>> answer = JsonText.object(body);
    if (status == 200) {
      return answer
          .flatMap(members -> redeemed(proof, members))
          .orElseGet(() -> new Unavailable("the answer is not that of Keycloak"));
    }
    if (status < 400 || status >= 500 || status == 408 || status == 429) {
      return new Unavailable("status " + status);
    }
    String code = code(answer.orElse(Map.of()).get("error"), status);
    return code.equals("proof_redeemed") && status == 409
        ? new AlreadyRedeemed()
        : new Refused(code);
  }

  private static Optional<Redemption> redeemed(Proof proof, Map<String, @Nullable Object> members) {
    boolean same =
        proof.id().equals(members.get("id"))
            && proof.organization().equals(members.get("organization"))
            && proof.client().equals(members.get("client"))
            && proof.operation().equals(members.get("operation"))
            && proof.reference().equals(members.get("reference"));
    String user = Claims.text(members.get("user"));
    Instant when = Claims.time(members.get("redeemedAt"));
    return same && user != null && when != null
        ? Optional.of(new Redeemed(user, when))
        : Optional.empty();
  }

  private static String code(@Nullable Object word, int status) {
    return word instanceof String code && code.matches("[a-z][a-z_]{0,59}")
        ? code
        : "http_" + status;
  }
}
