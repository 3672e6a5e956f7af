// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.server.ProjectFiles;
import io.companyaccounts.support.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The sample shop as a process of its own. */
public final class SampleShop implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
  private static final int STOP_SECONDS = 15;

  private final Process process;
  private final URI url;
  private final Path log;

  private SampleShop(Process process, URI url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /** Starts the shop on the port of its URL, for people of the given realm. */
  public static SampleShop start(Path jar, URI url, URI keycloak, String realm) {
    return start(jar, url, keycloak, realm, Map.of());
  }

  /** The same with other settings, as environment variables. */
  public static SampleShop start(
      Path jar, URI url, URI keycloak, String realm, Map<String, String> settings) {
    Path log = ProjectFiles.target().resolve("sample-shop-" + realm + ".log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", jar.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT", Integer.toString(url.getPort()),
                "SHOP_URL", url.toString(),
                "SHOP_CLIENT_SECRET", "shop-secret",
                "KEYCLOAK_URL", keycloak.toString(),
                "KEYCLOAK_REALM", realm));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Files.createDirectories(log.getParent());
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-shop"));
      return new SampleShop(process, url, log);
    } catch (IOException e) {
      throw new UncheckedIOException("The sample shop did not start", e);
    }
  }

  /** Waits until the shop answers. */
  public void awaitReady() {
    Http http = new Http(url);
    boolean answered =
        Waiting.until(
            START_TIMEOUT, () -> !process.isAlive() || http.answers("/actuator/health/readiness"));
    if (!answered || !process.isAlive()) {
      throw new IllegalStateException("The sample shop did not start; see " + log);
    }
  }

  public URI url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
