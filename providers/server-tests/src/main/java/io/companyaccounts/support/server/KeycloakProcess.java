// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of {@code kc.sh}, its output in a file. */
final class KeycloakProcess {

  /** Java's quick compiler only: for what runs so short that better code never pays off. */
  static final Map.Entry<String, String> QUICK_START =
      Map.entry("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
  private static final int TAIL_LINES = 80;

  private final Process process;
  private final Path log;

  private KeycloakProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code kc.sh} of the given home on the Java that runs this. What the caller's
   * environment says about Keycloak or Java options is not handed on, so that every run is alike.
   */
  static KeycloakProcess start(
      Path home, List<String> arguments, List<Map.Entry<String, String>> environment, Path log) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/kc.sh").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    Map<String, String> variables = builder.environment();
    variables
        .keySet()
        .removeIf(
            name ->
                name.startsWith("KC_")
                    || name.startsWith("KEYCLOAK_")
                    || name.startsWith("QUARKUS_")
                    || name.startsWith("JAVA_")
                    || name.equals("DEBUG"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    environment.forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
    try {
      Files.createDirectories(log.getParent());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      return new KeycloakProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** The exit code; a process that takes longer is ended and reported. */
  int waitFor(Duration timeout) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    throw new IllegalStateException("kc.sh did not end in " + timeout + "\n" + tailOfLog());
  }

  /** Asks the server to end and waits; one that does not is killed. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** Ends the server at once, as a power cut would. */
  void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  String tailOfLog() {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      int from = Math.max(0, lines.size() - TAIL_LINES);
      return "Last lines of " + log + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "No log: " + e;
    }
  }
}
