// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak says about one thing that a person has confirmed. Holding one proves nothing about
 * an order: {@link Proofs#verify} says whether it is for this company, operation and reference, and
 * still lives.
 *
 * <p>Source: the claims {@code ordering} and {@code confirmation} of access token, ID token,
 * userinfo and introspection.
 *
 * @param kind which claim it stood in
 * @param id names the proof when it is redeemed; up to 200 of {@code A-Za-z0-9._-}
 * @param organization alias of the company it was given for
 * @param client client id of the application it was given to
 * @param operation what it was given for: a client role such as {@code order.place}, or the
 *     operation of a confirmation
 * @param reference the thing it was given for, decoded
 * @param method how it was given
 * @param at when it was given
 * @param expiresAt when it ends
 * @param limit up to which amount the person may do it, at the time it was given
 */
public record Proof(
    ProofKind kind,
    String id,
    String organization,
    String client,
    String operation,
    String reference,
    Method method,
    Instant at,
    Instant expiresAt,
    Limit limit) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  /** How a person has confirmed. */
  public enum Method {
    /** By the company's ordering password. */
    PASSWORD("password"),
    /** By a mail. */
    MAIL("mail"),
    /** The person has the permission to do it without. */
    EXEMPT("exempt"),
    /** The company has no ordering password, and the realm asks for none then. */
    NONE("none");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** The word for it in the claim. */
    public String word() {
      return word;
    }
  }

  /** Reads one entry of the claim; empty when anything that is needed is missing or misshapen. */
  static Optional<Proof> read(ProofKind kind, @Nullable Object value) {
    Map<String, @Nullable Object> entry = Claims.object(value);
    String id = text(entry, "id");
    String organization = text(entry, "organization");
    String client = text(entry, "client");
    String operation = text(entry, "operation");
    String reference = text(entry, "reference");
    Method method = method(kind, entry.get("method"));
    Instant at = Claims.time(entry.get("at"));
    Instant end = Claims.time(entry.get("exp"));
    if (id == null || organization == null || client == null || operation == null) {
      return Optional.empty();
    }
    if (reference == null || method == null || at == null || end == null) {
      return Optional.empty();
    }
    Limit limit = entry.containsKey("limit") ? Limits.read(entry.get("limit")) : new Limit.None();
    Proof proof =
        new Proof(kind, id, organization, client, operation, reference, method, at, end, limit);
    return ID.matcher(id).matches() ? Optional.of(proof) : Optional.empty();
  }

  private static @Nullable String text(Map<String, @Nullable Object> entry, String name) {
    return entry.get(name) instanceof String text && !text.isEmpty() ? text : null;
  }

  private static @Nullable Method method(ProofKind kind, @Nullable Object value) {
    for (Method method : Method.values()) {
      if (method.word().equals(value) && kind.isProvenBy(method)) {
        return method;
      }
    }
    return null;
  }
}
