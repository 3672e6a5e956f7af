// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A server of processes of the distribution. */
final class DistributionServer implements KeycloakServer {

  private final URI url;
  private final List<DistributionNode> nodes;
  private final Thread atJvmEnd = new Thread(this::stopAll, "stop-keycloak");
  private boolean stopped;

  private DistributionServer(URI url, List<DistributionNode> nodes) {
    this.url = url;
    this.nodes = nodes;
  }

  static DistributionServer start(ServerBuilder plan) {
    plan.progress.accept("Preparing Keycloak (the first time this takes about half a minute)");
    Path built = Distribution.ofThisProject().built(plan.allJars(), plan.allBuildOptions());
    int port = plan.usualPorts ? Ports.freeOr(8080) : Ports.free();
    URI url = URI.create("http://localhost:" + port);
    List<String> common = commonOptions(plan, url);
    Path directory = freshDirectory(plan.name);
    List<DistributionNode> nodes = new ArrayList<>();
    for (int i = 0; i < plan.nodes; i++) {
      int management = plan.usualPorts && i == 0 ? Ports.freeOr(9000) : Ports.free();
      NodePorts ports = new NodePorts(i == 0 ? port : Ports.free(), management);
      nodes.add(
          DistributionNode.prepare(built, directory.resolve("node-" + i), plan, ports, common));
    }
    nodes.get(0).importAtStart(plan.realmFiles);
    DistributionServer server = new DistributionServer(url, nodes);
    server.startAll(plan);
    return server;
  }

  private static List<String> commonOptions(ServerBuilder plan, URI url) {
    List<String> options = new ArrayList<>();
    options.add("--hostname=" + url);
    options.addAll(plan.database.startOptions());
    options.addAll(plan.startOptions);
    return options;
  }

  private static Path freshDirectory(String name) {
    Path servers = ProjectFiles.target().resolve("servers");
    try {
      Files.createDirectories(servers);
      for (int i = 1; ; i++) {
        Path directory = servers.resolve(i == 1 ? name : name + "-" + i);
        if (!Files.exists(directory)) {
          return Files.createDirectory(directory);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startAll(ServerBuilder plan) {
    Runtime.getRuntime().addShutdownHook(atJvmEnd);
    try {
      for (DistributionNode node : nodes) {
        plan.progress.accept("Starting Keycloak at " + node.url());
        node.start();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public List<ServerNode> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public String hostOfTests() {
    return "127.0.0.1";
  }

  @Override
  public String logs() {
    return nodes.stream().map(DistributionNode::log).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atJvmEnd);
    } catch (IllegalStateException e) {
      // The JVM is ending; the hook has nothing left to do.
      return;
    }
  }

  private synchronized void stopAll() {
    if (!stopped) {
      stopped = true;
      nodes.parallelStream().forEach(DistributionNode::end);
    }
  }
}
