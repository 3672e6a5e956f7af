// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.Database;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Starts everything, says where it is, and stays until it is told to end (Ctrl-C). */
public final class Demo {

  private static final String REALM = "machine-portal";

  private final DemoFiles files;
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean ending;

  private Demo(DemoFiles files) {
    this.files = files;
  }

  /** Fails where the demo cannot start, with a text that says why. */
  public static void main(String[] arguments) throws Exception {
    new Demo(DemoFiles.find(REALM)).run();
  }

  private void run() throws InterruptedException, IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-demo"));
    try {
      start();
    } catch (RuntimeException | IOException e) {
      if (!isEnding()) {
        end();
        throw e;
      }
    }
    ended.await();
  }

  private void start() throws IOException {
    int shopPort = Ports.freeOr(8090);
    URI shopUrl = URI.create("http://localhost:" + shopPort);

    say("Starting the mail server");
    Mailbox mailbox = Mailbox.start(Ports.freeOr(3025));
    atEnd(mailbox::close);
    MailboxPage mails = MailboxPage.start(mailbox, Ports.freeOr(8025));
    atEnd(mails::close);

    KeycloakServer keycloak = startKeycloak(mailbox, shopUrl);
    atEnd(keycloak::close);

    say("Starting the sample shop at " + shopUrl);
    SampleShop shop = SampleShop.start(files.shop(), shopUrl, keycloak.url(), REALM);
    atEnd(shop::close);
    shop.awaitReady();

    say(DemoGuide.text(shopUrl, keycloak.url(), mails.url(), REALM, files.people()));
  }

  private KeycloakServer startKeycloak(Mailbox mailbox, URI shopUrl) throws IOException {
    return KeycloakServer.builder()
        .name("demo")
        .database(Database.H2)
        .withoutProbe()
        .usualPorts()
        .maxHeap(768)
        .realm(files.realm())
        .setUpRealms(REALM)
        .companyData(companyData())
        .environment("SMTP_HOST", "127.0.0.1")
        .environment("SMTP_PORT", Integer.toString(mailbox.port()))
        .environment("SHOP_URL", shopUrl.toString())
        .environment("SHOP_BACKCHANNEL_URL", shopUrl + "/logout/connect/back-channel/keycloak")
        .progress(Demo::say)
        .start();
  }

  /** A directory with this realm's companies only; the source directory has other realms too. */
  private Path companyData() throws IOException {
    Path directory = Files.createDirectories(ProjectFiles.target().resolve("demo"));
    Path source = files.companies();
    Files.copy(
        source, directory.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    return directory;
  }

  /** Remembers what to end; at once where the demo is ending already. */
  private void atEnd(Runnable end) {
    synchronized (this) {
      if (!ending) {
        ends.push(end);
        return;
      }
    }
    end.run();
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  private void end() {
    synchronized (this) {
      if (ending) {
        return;
      }
      ending = true;
    }
    say("Ending the demo");
    ends.forEach(Runnable::run);
    ended.countDown();
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
