// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.companyaccounts.support.actor.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.MountableFile;

/**
 * A server of one container. It keeps its data in H2 inside the container, so that it needs nothing
 * but a Docker engine: a database of this machine cannot be reached from a container everywhere.
 */
final class ContainerServer implements KeycloakServer, ServerNode {

  /** Docker's name for the machine it runs on; made known on every engine by an extra host. */
  private static final String THIS_MACHINE = "host.docker.internal";

  private static final Duration START_TIMEOUT = Duration.ofMinutes(6);

  private final KeycloakContainer container;
  private final URI url;

  private ContainerServer(KeycloakContainer container, URI url) {
    this.container = container;
    this.url = url;
  }

  static ContainerServer start(ServerBuilder plan, String image) {
    if (plan.nodes > 1) {
      throw new IllegalArgumentException("A container is one node");
    }
    URI url = URI.create("http://" + hostName() + ":" + Ports.free());
    ContainerServer server = new ContainerServer(describe(plan, image, url), url);
    server.container.start();
    server.awaitReady();
    return server;
  }

  private static KeycloakContainer describe(ServerBuilder plan, String image, URI url) {
    KeycloakContainer container =
        new KeycloakContainer(image)
            .withProductionMode()
            .withProviderLibsFrom(plan.allJars().stream().map(Path::toFile).toList())
            .withStartupTimeout(START_TIMEOUT)
            .withExtraHost(THIS_MACHINE, "host-gateway")
            .withEnv("KC_DB", "dev-file")
            .withEnv("KC_CACHE", "local")
            .withEnv("KC_HTTP_ENABLED", "true")
            .withEnv("KC_HOSTNAME", url.toString())
            .withEnv(plan.environment);
    container.setPortBindings(List.of(url.getPort() + ":8080"));
    plan.buildOptions.forEach(container::withCustomCommand);
    plan.startOptions.forEach(container::withCustomCommand);
    for (Path file : plan.realmFiles) {
      container.withCopyFileToContainer(
          MountableFile.forHostPath(file), "/opt/keycloak/data/import/" + file.getFileName());
    }
    return container;
  }

  /** Browsers treat localhost as safe enough for Keycloak's cookies, the address not always. */
  private static String hostName() {
    String host = DockerClientFactory.instance().dockerHostIpAddress();
    return host.equals("127.0.0.1") ? "localhost" : host;
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public List<ServerNode> nodes() {
    return List.of(this);
  }

  @Override
  public String adminToken() {
    return ServerNode.super.adminToken();
  }

  @Override
  public String hostOfTests() {
    return THIS_MACHINE;
  }

  @Override
  public String logs() {
    return container.getLogs();
  }

  @Override
  public String log() {
    return container.getLogs();
  }

  @Override
  public void stop() {
    container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void start() {
    container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    awaitReady();
  }

  private void awaitReady() {
    Http http = new Http(url);
    if (!Waiting.until(START_TIMEOUT, () -> http.answers("/realms/master"))) {
      throw new IllegalStateException("No answer from " + url + "\n" + logs());
    }
  }

  @Override
  public void close() {
    try {
      Path file = ProjectFiles.target().resolve("servers/container.log");
      Files.createDirectories(file.getParent());
      Files.writeString(file, logs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      container.stop();
    }
  }
}
