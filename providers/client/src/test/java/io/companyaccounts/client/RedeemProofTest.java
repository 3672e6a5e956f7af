// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redeeming over a real connection. What answers mean is in {@link OrderVectorsTest}. */
class RedeemProofTest {

  private static final String SECRET = "very secret";
  private static final Duration SHORT = Duration.ofMillis(400);

  private final HttpServer server = listening();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);

  private static HttpServer listening() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI realm() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/auth/realms/r/");
  }

  private RedeemProof redeemProof(Duration timeout) {
    return new RedeemProof(HttpClient.newHttpClient(), realm(), "my shop", SECRET, timeout);
  }

  private void answers(HttpHandler answer) {
    server.createContext("/", answer);
  }

  private void answers(int status, String body) {
    answers(exchange -> note(exchange, status, body));
  }

  private void note(HttpExchange exchange, int status, String body) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Proof proofOf(ProofKind kind, String method, String reference) {
    Map<String, Object> entry = new HashMap<>(Vectors.PROOF);
    entry.put("method", method);
    entry.put("reference", reference);
    return Proof.read(kind, entry).orElseThrow();
  }

  private static String answerFor(String reference) {
    return "{\"id\":\"p-1\",\"organization\":\"acme\",\"client\":\"shop\",\"operation\":\"order.place\","
        + "\"reference\":\""
        + reference
        + "\",\"user\":\"u-1\",\"at\":1732270000,\"redeemedAt\":1732270005}";
  }

  @Test
  void theProofIsSentWithTheCredentialsAndItsReference() {
    answers(200, answerFor("Größe 7&8"));
    Redemption redemption =
        redeemProof(SHORT.multipliedBy(10))
            .redeem(proofOf(ProofKind.ORDERING, "password", "Größe 7&8"));
    assertThat(redemption)
        .isEqualTo(new Redemption.Redeemed("u-1", Instant.ofEpochSecond(1732270005)));
    assertThat(requests)
        .containsExactly(
            "POST /auth/realms/r/company/ordering/redeem"
                + " Basic bXkrc2hvcDp2ZXJ5K3NlY3JldA=="
                + " application/x-www-form-urlencoded"
                + " proof=p-1&reference=Gr%C3%B6%C3%9Fe+7%268");
  }

  @Test
  void aConfirmationIsRedeemedAtItsOwnAddress() {
    answers(404, "{\"error\":\"proof_not_found\"}");
    assertThat(
            redeemProof(SHORT.multipliedBy(10))
                .redeem(proofOf(ProofKind.CONFIRMATION, "mail", "Q-77")))
        .isEqualTo(new Redemption.Refused("proof_not_found"));
    assertThat(requests.get(0)).contains("/company/confirmation/redeem ");
  }

  @Test
  void redirectsAreNotFollowed() {
    answers(
        exchange -> {
          exchange.getResponseHeaders().add("Location", realm() + "elsewhere");
          note(exchange, 307, "");
        });
    assertThat(redeemProof(SHORT.multipliedBy(10)).redeem(OrderVectorsTest.proof()))
        .isEqualTo(new Redemption.Unavailable("status 307"));
    assertThat(requests).hasSize(1);
    HttpClient follower =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedeemProof(follower, realm(), "shop", SECRET, SHORT));
  }

  @Test
  void aKeycloakThatIsNotThereIsUnavailable() {
    URI nowhere = realm();
    server.stop(0);
    assertThat(new RedeemProof(nowhere, "shop", SECRET).redeem(OrderVectorsTest.proof()))
        .isInstanceOf(Redemption.Unavailable.class);
  }

  @Test
  void aKeycloakThatDoesNotAnswerIsUnavailable() {
    answers(exchange -> awaitEnd());
    assertThat(redeemProof(SHORT).redeem(OrderVectorsTest.proof()))
        .isInstanceOf(Redemption.Unavailable.class);
  }

  @Test
  void aKeycloakThatStopsInTheMiddleIsUnavailable() {
    answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(answerFor("Q-77").getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    assertThat(redeemProof(SHORT).redeem(OrderVectorsTest.proof()))
        .isEqualTo(new Redemption.Unavailable("no answer in time"));
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    answers(exchange -> awaitEnd());
    Thread.currentThread().interrupt();
    Redemption redemption = redeemProof(SHORT).redeem(OrderVectorsTest.proof());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(redemption).isEqualTo(new Redemption.Unavailable("interrupted"));
  }

  @Test
  void whatCannotWorkIsRefusedWithoutRepeatingTheSecret() {
    URI realm = realm();
    assertThatIllegalArgumentException().isThrownBy(() -> new RedeemProof(realm, "shop", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> new RedeemProof(realm, "", SECRET));
    for (String address :
        new String[] {"ftp://kc/realms/r", "realms/r", "https://kc/r?x=1", "https://kc/r#x"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RedeemProof(URI.create(address), "shop", SECRET))
          .withMessageNotContaining(SECRET);
    }
    HttpClient http = HttpClient.newHttpClient();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedeemProof(http, realm, "shop", SECRET, Duration.ZERO));
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(redeemProof(SHORT).toString())
        .isEqualTo("RedeemProof[" + realm().toString().replaceAll("/$", "") + "]");
  }
}
