// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jboss.logging.Logger;

/** Asks the DNS with what Java brings along. */
final class JndiTxtRecords implements TxtRecords {

  private static final Logger LOG = Logger.getLogger(JndiTxtRecords.class);
  private static final String TXT = "TXT";
  private static final String FIRST_WAIT_MILLIS = "3000";
  private static final String TRIES = "2";

  private final ExecutorService executor;
  private final String servers;
  private final Duration longest;

  /**
   * @param longest for all servers and tries together, since Java bounds each try only
   * @param servers {@code dns://} addresses with spaces between them; {@code dns:} for those of the
   *     machine
   */
  JndiTxtRecords(ExecutorService executor, String servers, Duration longest) {
    this.executor = executor;
    this.servers = servers;
    this.longest = longest;
  }

  @Override
  public Answer lookup(String name) {
    try {
      Future<Answer> answer = executor.submit(() -> ask(name));
      try {
        return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        LOG.debugf("The DNS did not answer in time for %s", name);
      }
    } catch (ExecutionException | RejectedExecutionException e) {
      LOG.debugf(e, "The DNS could not be asked for %s", name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Unavailable();
  }

  @SuppressWarnings("BanJNDI") // this context makes text of what it gets, and no objects
  private Answer ask(String name) throws NamingException {
    InitialDirContext dns = new InitialDirContext(environment());
    try {
      Attribute found = dns.getAttributes(name, new String[] {TXT}).get(TXT);
      return found == null ? new NotThere() : new Found(texts(found));
    } catch (NameNotFoundException e) {
      return new NotThere();
    } finally {
      dns.close();
    }
  }

  @SuppressWarnings("JdkObsolete") // what JNDI takes
  private Hashtable<String, String> environment() {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, servers);
    environment.put("com.sun.jndi.dns.timeout.initial", FIRST_WAIT_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", TRIES);
    return environment;
  }

  private static List<String> texts(Attribute found) throws NamingException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      texts.add(text(String.valueOf(found.get(i))));
    }
    return texts;
  }

  /**
   * Puts a record together. Java writes its character strings, of 255 bytes at most, with spaces
   * between them; one that is empty or holds a space, quote or backslash is quoted, the latter two
   * with a backslash before them.
   */
  static String text(String written) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && quoted && i + 1 < written.length()) {
        i++;
        text.append(written.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c != ' ' || quoted) {
        text.append(c);
      }
    }
    return text.toString();
  }
}
