// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two servers, one without and one with the pack, do the same in turns. The table is printed and
 * written to {@code target/benchmark.md}. System properties: {@code company.benchmark.members}
 * (1000), {@code company.benchmark.rounds} (20).
 */
class SideBySideBenchmark {

  private static final int MEMBERS = Integer.getInteger("company.benchmark.members", 1_000);
  private static final int ROUNDS = Integer.getInteger("company.benchmark.rounds", 20);
  private static final int WARM_UP = 5;
  private static final int CALLS_IN_A_ROUND = 20;

  @Test
  void packBesidePlainKeycloak() throws IOException {
    try (KeycloakServer plain =
            KeycloakServer.builder().name("benchmark-plain").forMeasuring().withoutPack().start();
        KeycloakServer pack =
            KeycloakServer.builder().name("benchmark-pack").forMeasuring().start()) {
      String table = table(Candidate.plain(plain, MEMBERS), Candidate.withPack(pack, MEMBERS));
      System.out.println(table);
      Files.writeString(ProjectFiles.target().resolve("benchmark.md"), table);
      assertThat(table.lines().count()).isGreaterThan(2);
    }
  }

  private static String table(Candidate plain, Candidate pack) {
    StringBuilder table =
        new StringBuilder(
            """
            | With %,d members | Keycloak p50 / p95 | with the pack p50 / p95 | throughput | SQL statements |
            |---|---|---|---|---|
            """
                .formatted(MEMBERS));
    measured(plain, pack)
        .forEach(
            (operation, times) ->
                table.append(
                    "| %s | %.1f / %.1f ms | %.1f / %.1f ms | %.2f | %d / %d |%n"
                        .formatted(
                            operation,
                            times[0].quantile(0.5),
                            times[0].quantile(0.95),
                            times[1].quantile(0.5),
                            times[1].quantile(0.95),
                            times[0].sum() / times[1].sum(),
                            plain.statements(operation),
                            pack.statements(operation))));
    return table.toString();
  }

  /** In turns, and each first as often as second, so that neither gains from the machine's mood. */
  private static Map<String, Times[]> measured(Candidate plain, Candidate pack) {
    Map<String, Times[]> all = new LinkedHashMap<>();
    for (String operation : plain.operations()) {
      Times[] times = {new Times(), new Times()};
      Runnable[] calls = {plain.operation(operation), pack.operation(operation)};
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (int turn = 0; turn < 2; turn++) {
          int which = Math.floorMod(round + turn, 2);
          times[which].measure(calls[which], CALLS_IN_A_ROUND, round >= 0);
        }
      }
      all.put(operation, times);
    }
    return all;
  }
}
