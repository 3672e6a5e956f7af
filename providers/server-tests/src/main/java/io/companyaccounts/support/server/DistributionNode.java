// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.companyaccounts.support.actor.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process of a server, with a copy of the built distribution of its own. */
final class DistributionNode implements ServerNode {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

  private final Path home;
  private final Path log;
  private final NodePorts ports;
  private final List<String> arguments;
  private final List<Map.Entry<String, String>> environment;
  private @Nullable KeycloakProcess process;

  private DistributionNode(
      Path home,
      NodePorts ports,
      List<String> arguments,
      List<Map.Entry<String, String>> environment) {
    this.home = home;
    this.log = home.resolveSibling(home.getFileName() + ".log");
    this.ports = ports;
    this.arguments = arguments;
    this.environment = environment;
  }

  static DistributionNode prepare(
      Path built, Path home, ServerBuilder plan, NodePorts ports, List<String> commonOptions) {
    try {
      FileTrees.copy(built, home, Distribution::isShared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments = new ArrayList<>(List.of("start", "--optimized"));
    arguments.addAll(
        List.of(
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + ports.http(),
            "--http-management-host=127.0.0.1",
            "--http-management-port=" + ports.management()));
    arguments.addAll(cacheOptions(plan.nodes));
    arguments.addAll(commonOptions);
    return new DistributionNode(home, ports, arguments, environment(plan));
  }

  private static List<String> cacheOptions(int nodes) {
    return nodes == 1
        ? List.of("--cache=local")
        : List.of(
            "--cache=ispn",
            "--cache-embedded-network-bind-address=127.0.0.1",
            "--cache-embedded-network-bind-port=" + Ports.freeForCluster());
  }

  private static List<Map.Entry<String, String>> environment(ServerBuilder plan) {
    List<Map.Entry<String, String>> environment = new ArrayList<>();
    environment.add(Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN));
    environment.add(Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN));
    environment.add(Map.entry("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx" + plan.heapMegabytes + "m"));
    environment.add(Map.entry("KC_LOG_LEVEL", "info,io.smallrye.health:warn"));
    environment.addAll(plan.environment.entrySet());
    return environment;
  }

  void importAtStart(List<Path> realmFiles) {
    if (realmFiles.isEmpty()) {
      return;
    }
    try {
      Path directory = Files.createDirectories(home.resolve("data/import"));
      for (Path file : realmFiles) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    arguments.add("--import-realm");
  }

  @Override
  public URI url() {
    return URI.create("http://localhost:" + ports.http());
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("Already running: " + url());
    }
    KeycloakProcess started = KeycloakProcess.start(home, arguments, environment, log);
    process = started;
    awaitReady(started);
  }

  private void awaitReady(KeycloakProcess started) {
    Http management = new Http(URI.create("http://127.0.0.1:" + ports.management()));
    Instant end = Instant.now().plus(START_TIMEOUT);
    while (!management.answers("/health/ready")) {
      if (!started.isAlive()) {
        throw new IllegalStateException("Keycloak ended at its start\n" + started.tailOfLog());
      }
      if (Instant.now().isAfter(end)) {
        started.kill();
        throw new IllegalStateException(
            "Keycloak was not ready in " + START_TIMEOUT + "\n" + started.tailOfLog());
      }
      Waiting.sleep(Duration.ofMillis(200));
    }
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.stop();
    }
  }

  @Override
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** Stops the process and removes its home; the log stays. */
  void end() {
    KeycloakProcess running = process;
    if (running != null && running.isAlive()) {
      running.stop();
    }
    try {
      FileTrees.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String log() {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
