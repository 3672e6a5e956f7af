// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person is asked to confirm: an operation on a thing. The same value makes the address that
 * leads to Keycloak and is verified when the person is back, so that the two cannot differ.
 *
 * <p>The reference must name something that cannot change any more, for example a quote with the
 * version of its price and content: a reference that stays while the content changes would let a
 * person confirm one thing and order another.
 *
 * @param kind what the person is asked for
 * @param operation for {@link ProofKind#ORDERING} the name of a client role of the application, 1
 *     to 100 of {@code A-Za-z0-9._-}; for {@link ProofKind#CONFIRMATION} 1 to 40 of {@code
 *     A-Za-z0-9_-}
 * @param reference names the thing, 1 to {@value #LONGEST_REFERENCE} characters that can be seen;
 *     compared exactly
 */
public record ProofRequest(ProofKind kind, String operation, String reference) {

  /** Name of the parameter of the authorization endpoint. */
  public static final String PARAMETER = "kc_action";

  /** The usual operation of {@link ProofKind#ORDERING}. */
  public static final String PLACE_ORDER = "order.place";

  /** The most characters (UTF-16 code units) of a reference. */
  public static final int LONGEST_REFERENCE = 255;

  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException when the operation or the reference cannot be sent; the
   *     message says which, and repeats neither
   */
  public ProofRequest {
    Objects.requireNonNull(kind, "kind");
    Pattern allowed = kind == ProofKind.ORDERING ? ROLE : WORD;
    require(allowed.matcher(operation).matches(), "the operation has other characters or length");
    require(!reference.isBlank(), "the reference is empty");
    require(reference.length() <= LONGEST_REFERENCE, "the reference is too long");
    require(
        StandardCharsets.UTF_8.newEncoder().canEncode(reference), "the reference is no Unicode");
    require(
        reference.codePoints().noneMatch(ProofRequest::isInvisible),
        "the reference has characters that nobody sees");
  }

  /** What people confirm they have to see: Keycloak's page refuses the same. */
  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * Asks for the ordering password to place an order.
   *
   * @throws IllegalArgumentException when the reference cannot be sent
   */
  public static ProofRequest ordering(String reference) {
    return ordering(PLACE_ORDER, reference);
  }

  /**
   * Asks for the ordering password for another operation.
   *
   * @param operation name of a client role of the application, for example {@code order.release}
   * @throws IllegalArgumentException when the operation or the reference cannot be sent
   */
  public static ProofRequest ordering(String operation, String reference) {
    return new ProofRequest(ProofKind.ORDERING, operation, reference);
  }

  /**
   * Asks for a confirmation by mail.
   *
   * @param operation what is confirmed, for example {@code payment-details}
   * @throws IllegalArgumentException when the operation or the reference cannot be sent
   */
  public static ProofRequest confirmation(String operation, String reference) {
    return new ProofRequest(ProofKind.CONFIRMATION, operation, reference);
  }

  /**
   * The value of the parameter {@value #PARAMETER}, not yet encoded for a URL: at most 1,200
   * characters, of {@code A-Za-z0-9._~-} and one colon.
   */
  public String kcAction() {
    return kind.action() + ":" + before() + encodedReference();
  }

  private String before() {
    if (kind == ProofKind.CONFIRMATION) {
      return operation + ".";
    }
    return operation + "~";
  }

  private String encodedReference() {
    if (PLAIN.matcher(reference).matches()) {
      return reference;
    }
    byte[] bytes = reference.getBytes(StandardCharsets.UTF_8);
    return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * An authorization request with this parameter added at its end. Everything else of the request
   * (state, nonce, PKCE, the scopes {@code organization} and {@code company}) is the application's.
   *
   * @param authorizationRequest address of Keycloak's authorization endpoint, with or without other
   *     parameters
   * @throws IllegalArgumentException when it has a fragment or such a parameter already
   */
  public URI appendTo(URI authorizationRequest) {
    String query = authorizationRequest.getRawQuery();
    require(authorizationRequest.getRawFragment() == null, "the address has a fragment");
    require(
        query == null || !("&" + query).contains("&" + PARAMETER + "="),
        "the address has a kc_action already");
    String joint = query == null ? "?" : query.isEmpty() ? "" : "&";
    return URI.create(
        authorizationRequest + joint + PARAMETER + "=" + kcAction().replace(":", "%3A"));
  }
}
