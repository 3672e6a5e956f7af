// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TokenIdsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void anIdIsNewOnce() {
    TokenIds ids = new TokenIds(10);
    assertThat(ids.add("a", LATER, NOW)).isTrue();
    assertThat(ids.add("a", LATER, NOW)).isFalse();
    assertThat(ids.add("b", LATER, NOW)).isTrue();
  }

  @Test
  void anIdIsForgottenWhenItsTokenCouldNotBeUsedAnyMore() {
    TokenIds ids = new TokenIds(10);
    ids.add("a", LATER, NOW);
    assertThat(ids.add("a", LATER.plusSeconds(60), LATER)).isTrue();
  }

  @Test
  void theMemoryIsBoundedAndForgetsTheOldestFirst() {
    TokenIds ids = new TokenIds(3);
    for (int i = 0; i < 1000; i++) {
      ids.add("id" + i, LATER, NOW);
      assertThat(ids.size()).isLessThanOrEqualTo(3);
    }
    assertThat(ids.add("id999", LATER, NOW)).isFalse();
    assertThat(ids.add("id0", LATER, NOW)).isTrue();
  }

  @Test
  void usedUpIdsMakeRoomBeforeLivingOnes() {
    TokenIds ids = new TokenIds(2);
    ids.add("living", LATER.plusSeconds(600), NOW);
    ids.add("used up", LATER, NOW);
    ids.add("new", LATER.plusSeconds(600), LATER);
    assertThat(ids.add("living", LATER.plusSeconds(600), LATER)).isFalse();
  }

  @Test
  void ofManyThreadsWithTheSameIdOneWins() throws Exception {
    TokenIds ids = new TokenIds(10);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> add = () -> ids.add("a", LATER, NOW);
      int winners = 0;
      for (Future<Boolean> result : threads.invokeAll(java.util.Collections.nCopies(64, add))) {
        winners += result.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
