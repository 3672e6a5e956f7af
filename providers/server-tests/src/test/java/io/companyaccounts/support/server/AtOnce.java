// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets threads begin together, to see who wins. */
public final class AtOnce {

  /** As many as a small machine really runs side by side; further calls follow at once. */
  private static final int MOST = 16;

  private AtOnce() {}

  /** What each call gave, in the order of the calls. */
  public static <T> List<T> run(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(calls.size(), MOST));
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> waiting = new ArrayList<>();
      for (Callable<T> call : calls) {
        waiting.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : waiting) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
