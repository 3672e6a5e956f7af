// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts everything, says where it is, and stays until it is told to end (Ctrl-C). */
public final class Demo {

  private static final String REALM = "company.demo.realm";
  private static final String USUAL_REALM = "machine-portal";

  private final DemoFiles files;
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean ending;

  private Demo(DemoFiles files) {
    this.files = files;
  }

  /** Fails where the demo cannot start, with a text that says why. */
  public static void main(String[] arguments) throws Exception {
    new Demo(DemoFiles.find(System.getProperty(REALM, USUAL_REALM))).run();
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

    List<DemoCompany> companies = files.demoCompanies();
    OrderingPasswords.set(new Admin(keycloak).realm(files.name()), companies);

    say("Starting the sample shop at " + shopUrl);
    SampleShop shop = SampleShop.start(files.shop(), shopUrl, keycloak.url(), files.name());
    atEnd(shop::close);
    shop.awaitReady();

    say(DemoGuide.text(shopUrl, keycloak.url(), mails.url(), files.name(), companies));
  }

  private KeycloakServer startKeycloak(Mailbox mailbox, URI shopUrl) throws IOException {
    return DemoKeycloak.plan(
            files,
            ProjectFiles.target().resolve("demo").resolve(files.name()),
            mailbox.port(),
            shopUrl)
        .name("demo")
        .usualPorts()
        .progress(Demo::say)
        .start();
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
