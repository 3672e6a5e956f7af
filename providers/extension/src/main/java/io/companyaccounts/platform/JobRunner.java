// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Finds due jobs and runs a few of them at a time on this node. It never blocks the timer and asks
 * the database once per poll when there is nothing to do.
 */
final class JobRunner {

  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final int SLOTS = 4;
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

  private final KeycloakSessionFactory sessions;
  private final Executor executor;
  private final Duration lease;
  private final Semaphore slots = new Semaphore(SLOTS);
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean pollAhead = new AtomicBoolean();
  private volatile boolean stopped;

  JobRunner(KeycloakSessionFactory sessions, Executor executor, Duration lease) {
    this.sessions = sessions;
    this.executor = executor;
    this.lease = lease;
  }

  /** Looks for jobs soon. Called by a timer and after commits: never blocks, never throws. */
  void wake() {
    if (!stopped && pollAhead.compareAndSet(false, true) && !execute(this::poll)) {
      pollAhead.set(false);
    }
  }

  /** Takes no more jobs and waits a little for those that run. */
  void stop() {
    stopped = true;
    try {
      if (!slots.tryAcquire(SLOTS, PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Jobs still run while the server stops; another run will take them over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    pollAhead.set(false);
    int free = slots.drainPermits();
    int used = 0;
    try {
      Set<String> kinds = kinds();
      if (free > 0 && !stopped && !kinds.isEmpty()) {
        for (String id : due(kinds, free)) {
          if (used < free && running.add(id)) {
            if (execute(() -> runAndWake(id))) {
              used++;
            } else {
              running.remove(id);
            }
          }
        }
      }
    } catch (RuntimeException e) {
      // The next poll tries again; an exception here would end nothing but this poll.
      LOG.warn("Jobs could not be looked for", e);
    } finally {
      slots.release(free - used);
    }
  }

  private List<String> due(Set<String> kinds, int max) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions, session -> new JobLeases(session).due(kinds, max + running.size()));
  }

  private Set<String> kinds() {
    return sessions
        .getProviderFactoriesStream(JobHandler.class)
        .map(factory -> factory.getId())
        .collect(Collectors.toSet());
  }

  private void runAndWake(String id) {
    boolean ran = false;
    try {
      ran = !stopped && new JobRun(sessions, lease).run(id);
    } finally {
      running.remove(id);
      slots.release();
    }
    if (ran) {
      wake();
    }
  }

  private boolean execute(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      LOG.debug("The server stops, no job is started any more");
      return false;
    }
  }
}
