// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.companyaccounts.support.actor.Http;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Counts the SQL statements that Hibernate prepares on one node while something is called. */
public final class Statements {

  private static final int REPETITIONS = 5;

  private final Http http;

  Statements(URI node) {
    http = new Http(node);
    prepared();
  }

  /** The counts of several equal calls, sorted. */
  public record Count(List<Long> samples) {

    public Count {
      samples = samples.stream().sorted().toList();
    }

    /** What the call itself costs: background work of the server can only add to it. */
    public long minimum() {
      return samples.get(0);
    }

    public long median() {
      return samples.get(samples.size() / 2);
    }
  }

  /** Counts one call; for calls that cannot be repeated. Background work may be counted too. */
  public long once(Runnable call) {
    long before = prepared();
    call.run();
    return prepared() - before;
  }

  /** Runs the call once to fill the caches, then counts it several times. */
  public Count of(Runnable call) {
    call.run();
    List<Long> samples = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      samples.add(once(call));
    }
    return new Count(samples);
  }

  private long prepared() {
    return http.get("/realms/master/company-probe/statements")
        .expect(200)
        .json()
        .get("prepared")
        .asLong();
  }
}
