// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.companyaccounts.support.mail.Mail;
import io.companyaccounts.support.mail.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shows the mails of a mailbox in the browser: a list, and each mail as text and as HTML. */
public final class MailboxPage implements AutoCloseable {

  /** Nothing from elsewhere, no script; the mail itself is a page of its own in a frame. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";

  /** What a mail may do: look as it wants, and be left by a click on a link. */
  private static final String MAIL_POLICY =
      "sandbox allow-top-navigation-by-user-activation allow-popups"
          + " allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
          + " img-src data: http: https:; frame-ancestors 'self'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Mailbox mailbox;

  private MailboxPage(HttpServer server, Mailbox mailbox) {
    this.server = server;
    this.mailbox = mailbox;
  }

  /** Starts on a port of this machine only. */
  public static MailboxPage start(Mailbox mailbox, int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      MailboxPage page = new MailboxPage(server, mailbox);
      server.createContext("/", page::answer);
      server.setExecutor(page.threads);
      server.start();
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException("The mailbox page did not start", e);
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, PAGE_POLICY, MailboxHtml.notFound());
      } else if (path.equals("/")) {
        send(exchange, 200, PAGE_POLICY, MailboxHtml.list(mailbox.all()));
      } else if (path.equals("/mail")) {
        sendMail(exchange, false);
      } else if (path.equals("/html")) {
        sendMail(exchange, true);
      } else {
        send(exchange, 404, PAGE_POLICY, MailboxHtml.notFound());
      }
    }
  }

  private void sendMail(HttpExchange exchange, boolean onlyHtml) throws IOException {
    Optional<Mail> found = requested(exchange);
    if (found.isEmpty()) {
      send(exchange, 404, PAGE_POLICY, MailboxHtml.notFound());
    } else if (onlyHtml) {
      String html = found.get().html();
      send(exchange, 200, MAIL_POLICY, html == null ? "" : MailboxHtml.inFrame(html));
    } else {
      send(exchange, 200, PAGE_POLICY, MailboxHtml.mail(found.get()));
    }
  }

  /** The mail whose id is the whole query, so that ids need no rules. */
  private Optional<Mail> requested(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    String id = URLDecoder.decode(query, StandardCharsets.UTF_8);
    return mailbox.all().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  private static void send(HttpExchange exchange, int status, String policy, String html)
      throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    headers.set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
