// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.companyaccounts.support.server.Ports;
import io.companyaccounts.support.server.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** An SMTP server without login that takes mail for every address and keeps it in memory. */
public final class Mailbox implements AutoCloseable {

  /** How long a mail may take that is sent right after the answer to a request. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String address;
  private final int port;
  private final List<Mail> kept = new ArrayList<>();
  private GreenMail server;
  private int runs = 1;

  private Mailbox(String address, int port) {
    this.address = address;
    this.port = port;
    this.server = newServer();
    server.start();
  }

  /** Starts on a free port, for this machine only. */
  public static Mailbox start() {
    return start(Ports.free());
  }

  /** Starts on the given port, for this machine only. */
  public static Mailbox start(int port) {
    return new Mailbox("127.0.0.1", port);
  }

  /** Starts on the given port, for containers too. */
  public static Mailbox startForContainers(int port) {
    return new Mailbox("0.0.0.0", port);
  }

  private GreenMail newServer() {
    ServerSetup setup = new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(10_000);
    return new GreenMail(setup)
        .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
  }

  public int port() {
    return port;
  }

  /** The {@code smtpServer} part of a realm; the host is where the server finds this machine. */
  public Map<String, String> smtpSettings(String host) {
    return Map.of("host", host, "port", Integer.toString(port), "from", "accounts@portal.example");
  }

  /** All mails, the oldest first. */
  public synchronized List<Mail> all() {
    List<Mail> all = new ArrayList<>(kept);
    for (GreenMailUser user : server.getUserManager().listUser()) {
      // a copy: the library's list is a view that grows while mail arrives
      for (var message : List.copyOf(inbox(user).getMessages())) {
        Mail mail = MailReader.read(user.getEmail(), message);
        all.add(mail.inRun(runs));
      }
    }
    all.sort(Comparator.comparing(Mail::receivedAt));
    return all;
  }

  /** The mails to one address, the oldest first. */
  public List<Mail> to(String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    return all().stream().filter(mail -> mail.receiver().equals(wanted)).toList();
  }

  /** Waits for the first mail to an address that has had none (since {@link #clear(String)}). */
  public Mail await(String address) {
    return await(address, mail -> true);
  }

  /** Waits for the first mail to an address that fits. */
  public Mail await(String address, Predicate<Mail> wanted) {
    return Waiting.forAnswer(PATIENCE, () -> to(address).stream().filter(wanted).findFirst())
        .orElseThrow(
            () ->
                new AssertionError(
                    "No such mail to "
                        + address
                        + "; there are: "
                        + all().stream()
                            .map(mail -> mail.receiver() + ": " + mail.subject())
                            .toList()));
  }

  /** Waits until an address has had that many mails, and returns them. */
  public List<Mail> await(String address, int count) {
    boolean enough = Waiting.until(PATIENCE, () -> to(address).size() >= count);
    List<Mail> mails = to(address);
    if (!enough) {
      throw new AssertionError(address + " has had " + mails.size() + " mails, not " + count);
    }
    return mails;
  }

  /** Forgets all mails to one address. */
  public synchronized void clear(String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    kept.removeIf(mail -> mail.receiver().equals(wanted));
    for (GreenMailUser user : server.getUserManager().listUser()) {
      if (user.getEmail().toLowerCase(Locale.ROOT).equals(wanted)) {
        inbox(user).deleteAllMessages();
      }
    }
  }

  /** Forgets all mails; not for tests that share the mailbox with others at the same time. */
  public synchronized void clear() {
    kept.clear();
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes away, as a mail server that is down; mails that have arrived are kept. */
  public synchronized void goAway() {
    List<Mail> before = all();
    kept.clear();
    kept.addAll(before);
    server.stop();
    server = newServer();
    runs++;
  }

  /** Comes back after {@link #goAway()}, on the same port. */
  public synchronized void comeBack() {
    server.start();
  }

  @Override
  public synchronized void close() {
    server.stop();
  }

  private MailFolder inbox(GreenMailUser user) {
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }
}
