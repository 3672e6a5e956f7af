// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of accepted tokens, at most so many, each until its token could not be used any more. */
final class TokenIds {

  private final int most;
  private final Map<String, Instant> until = new LinkedHashMap<>();

  TokenIds(int most) {
    this.most = most;
  }

  /** Remembers an id; false when it is remembered already. */
  synchronized boolean add(String id, Instant lastUse, Instant now) {
    Instant known = until.get(id);
    if (known != null && known.isAfter(now)) {
      return false;
    }
    if (until.size() >= most) {
      until.values().removeIf(end -> !end.isAfter(now));
    }
    if (until.size() >= most) {
      until.remove(until.keySet().iterator().next());
    }
    until.remove(id); // so that it is put behind the others
    until.put(id, lastUse);
    return true;
  }

  synchronized int size() {
    return until.size();
  }
}
