// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSessionTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/start",
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "A=1; Secure; Path=/");
          exchange.getResponseHeaders().add("Set-Cookie", "B=2; Path=/");
          redirect(exchange, "/form");
        });
    server.createContext(
        "/form",
        exchange ->
            page(
                exchange,
                "<form action='/post'><input type=hidden name=h value='x&amp;y'><input name=n></form>"));
    server.createContext(
        "/post",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Set-Cookie", "B=; Max-Age=0");
          String cookie = exchange.getRequestHeaders().getFirst("Cookie");
          redirect(exchange, "http://elsewhere.example/?" + body + "&c=" + Http.encode(cookie));
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void cookiesAreKeptFormsAreSentWholeAndForeignRedirectsEndIt() {
    WebPage form = new WebSession().open(uri("/start"));
    assertThat(form.uri()).isEqualTo(uri("/form"));
    assertThat(form.isBackAtApplication()).isFalse();

    WebPage end = form.submit(Map.of("n", "ä b"));

    assertThat(end.isBackAtApplication()).isTrue();
    assertThat(end.uri().getHost()).isEqualTo("elsewhere.example");
    assertThat(end.query("h")).isEqualTo("x&y");
    assertThat(end.query("n")).isEqualTo("ä b");
    assertThat(end.query("c")).isEqualTo("A=1; B=2");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void page(HttpExchange exchange, String html) throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
