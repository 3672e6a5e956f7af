// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import io.companyaccounts.client.Verification.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proofs in a token: what the person has confirmed for this application, and when. Immutable;
 * make one from the claims of the token that came with the person's return.
 *
 * <p>The claims must have been <b>verified</b> by an OpenID Connect library, as for {@link
 * CompanyToken}; values may be of the same types. Reading never throws, and what cannot be read
 * proves nothing.
 */
public final class Proofs {

  private final String client;
  private final Map<ProofKind, List<Optional<Proof>>> entries = new EnumMap<>(ProofKind.class);

  private Proofs(String client, Map<String, @Nullable Object> claims) {
    this.client = client;
    for (ProofKind kind : ProofKind.values()) {
      entries.put(kind, entries(kind, claims.get(kind.claim())));
    }
  }

  /**
   * Reads the claims {@code ordering} and {@code confirmation}.
   *
   * @param claims verified claims; null counts as empty
   * @param client the client id of the application that asks. It is never taken from the token
   */
  public static Proofs of(@Nullable Map<String, ?> claims, String client) {
    return new Proofs(Objects.requireNonNull(client, "client"), Claims.object(claims));
  }

  private static List<Optional<Proof>> entries(ProofKind kind, @Nullable Object claim) {
    List<Optional<Proof>> entries = new ArrayList<>();
    if (claim != null) {
      entries.add(Proof.read(kind, claim));
      Claims.elements(Claims.object(claim).get("more"))
          .forEach(more -> entries.add(Proof.read(kind, more)));
    }
    return Collections.unmodifiableList(entries);
  }

  /** The proofs of a kind that can be read, newest first, whoever they were given to. */
  public List<Proof> all(ProofKind kind) {
    return entries.getOrDefault(kind, List.of()).stream().flatMap(Optional::stream).toList();
  }

  /**
   * Whether one of the proofs is for exactly this application, company, operation and reference,
   * and has not ended. All are compared exactly. A valid proof says that the person has confirmed;
   * whether the person may do it, {@link CompanyToken#may} says. Redeem it ({@link RedeemProof})
   * where it must not be used twice.
   *
   * @param organization alias of the company that is acted for
   * @param wanted what the person was asked to confirm
   * @param now the present
   * @param clockSkew how far the clocks of Keycloak and the application may differ: a proof counts
   *     that much longer; not negative
   * @throws IllegalArgumentException when the clock skew is negative
   */
  public Verification verify(
      String organization, ProofRequest wanted, Instant now, Duration clockSkew) {
    Objects.requireNonNull(organization, "organization");
    if (clockSkew.isNegative()) {
      throw new IllegalArgumentException("clockSkew is negative");
    }
    Reason closest = Reason.NONE;
    for (Optional<Proof> entry : entries.getOrDefault(wanted.kind(), List.of())) {
      Reason reason =
          entry
              .map(proof -> reason(proof, organization, wanted, now.minus(clockSkew)))
              .orElse(Reason.UNREADABLE);
      if (reason == Reason.VALID) {
        return new Verification(reason, entry.orElse(null));
      }
      closest = reason.compareTo(closest) > 0 ? reason : closest;
    }
    return new Verification(closest, null);
  }

  private Reason reason(Proof proof, String organization, ProofRequest wanted, Instant moment) {
    if (!proof.client().equals(client)) {
      return Reason.OTHER_CLIENT;
    }
    if (!proof.organization().equals(organization)) {
      return Reason.OTHER_ORGANIZATION;
    }
    if (!proof.operation().equals(wanted.operation())) {
      return Reason.OTHER_OPERATION;
    }
    if (!proof.reference().equals(wanted.reference())) {
      return Reason.OTHER_REFERENCE;
    }
    return proof.expiresAt().isAfter(moment) ? Reason.VALID : Reason.EXPIRED;
  }
}
