// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Uses up a proof at Keycloak, so that it serves for one order only. For confidential clients that
 * authenticate with a secret ({@code client_secret_basic}). Keep one instance for the life of the
 * application; safe for use by many threads. The only class here that opens a connection; it
 * follows no redirects and tries once.
 *
 * <p>Source: the address {@code <issuer>/company/ordering/redeem} of this pack, and {@code
 * …/confirmation/redeem}; RFC 6749, section 2.3.1.
 */
public final class RedeemProof {

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final HttpClient http;
  private final String realm;
  private final String credentials;
  private final Duration timeout;

  /**
   * The usual one: 10 seconds for the whole answer, 3 of them to connect.
   *
   * @param realm the realm's address as this server reaches it, usually the issuer, for example
   *     {@code https://login.example.com/realms/customers}; with or without a slash at its end
   * @param client the application's client id
   * @param secret the client's secret; kept in memory, never printed
   * @throws IllegalArgumentException when an argument is blank or the address is not http(s)
   */
  public RedeemProof(URI realm, String client, String secret) {
    this(
        HttpClient.newBuilder().connectTimeout(CONNECT).build(),
        realm,
        client,
        secret,
        USUAL_TIMEOUT);
  }

  /**
   * With an own HTTP client, for instance one that trusts another certificate or uses a proxy.
   *
   * @param http must not follow redirects, which is how Java makes it
   * @param timeout for the whole answer; positive
   * @throws IllegalArgumentException when an argument is out of bounds
   */
  public RedeemProof(HttpClient http, URI realm, String client, String secret, Duration timeout) {
    require(http.followRedirects() == HttpClient.Redirect.NEVER, "http follows redirects");
    require(
        "https".equals(realm.getScheme()) || "http".equals(realm.getScheme()),
        "realm is no http address");
    require(realm.getRawQuery() == null && realm.getRawFragment() == null, "realm has a query");
    require(!client.isBlank(), "client is blank");
    require(!secret.isBlank(), "secret is blank");
    require(!timeout.isNegative() && !timeout.isZero(), "timeout is not positive");
    this.http = http;
    this.realm = realm.toString().replaceAll("/+$", "");
    this.credentials = credentials(client, secret);
    this.timeout = timeout;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static String credentials(String client, String secret) {
    byte[] pair = (form(client) + ":" + form(secret)).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Redeems a proof that {@link Proofs#verify} found valid. Blocks until Keycloak has answered or
   * the time is over; never throws because of the answer.
   *
   * @param proof a valid one
   * @return what became of it. When the thread is interrupted meanwhile it stays marked as such,
   *     and the result is {@link Redemption.Unavailable}
   */
  public Redemption redeem(Proof proof) {
    Objects.requireNonNull(proof, "proof");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realm + "/company/" + proof.kind().claim() + "/redeem"))
            .timeout(timeout)
            .header("Authorization", credentials)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "proof=" + form(proof.id()) + "&reference=" + form(proof.reference())))
            .build();
    // The timeout of a request ends with the headers of the answer; this one holds for all of it.
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return Redemption.read(proof, got.statusCode(), got.body());
    } catch (TimeoutException tooSlow) {
      return new Redemption.Unavailable("no answer in time");
    } catch (ExecutionException failed) {
      return unavailable(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Redemption.Unavailable("interrupted");
    } finally {
      answer.cancel(true); // has no effect on an answer that is complete
    }
  }

  private static Redemption unavailable(ExecutionException failed) {
    return new Redemption.Unavailable(
        failed.getCause() instanceof IOException cause
            ? cause.getClass().getSimpleName()
            : "the request failed");
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "RedeemProof[" + realm + "]";
  }
}
