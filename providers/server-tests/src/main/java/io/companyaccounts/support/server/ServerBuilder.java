// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Describes a server and starts it. */
public final class ServerBuilder {

  String name = "keycloak";
  Database database = Database.POSTGRESQL;
  int nodes = 1;
  boolean pack = true;
  boolean probe = true;
  int heapMegabytes = 512;
  boolean forMeasuring = false;
  boolean usualPorts = false;
  final List<Path> jars = new ArrayList<>();
  final List<String> buildOptions =
      new ArrayList<>(List.of("--health-enabled=true", "--metrics-enabled=true"));
  final List<String> startOptions = new ArrayList<>();
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<Path> realmFiles = new ArrayList<>();
  Consumer<String> progress = text -> {};

  ServerBuilder() {}

  /** A name for the directory with logs and data; a number is added where it is taken. */
  public ServerBuilder name(String value) {
    name = value;
    return this;
  }

  /** Default: PostgreSQL. */
  public ServerBuilder database(Database value) {
    database = value;
    return this;
  }

  /** A cluster of that many nodes; more than one needs PostgreSQL. */
  public ServerBuilder nodes(int count) {
    nodes = count;
    return this;
  }

  /** A plain Keycloak, to compare with. */
  public ServerBuilder withoutPack() {
    pack = false;
    return this;
  }

  /** Leaves out the test-only probe, as in every server that people use. */
  public ServerBuilder withoutProbe() {
    probe = false;
    return this;
  }

  /** One more JAR for {@code providers/}. */
  public ServerBuilder jar(Path file) {
    jars.add(file);
    return this;
  }

  /** An option of {@code kc.sh build}, for instance {@code --features=...}. */
  public ServerBuilder buildOption(String option) {
    buildOptions.add(option);
    return this;
  }

  /** An option of {@code kc.sh start}, for all nodes. */
  public ServerBuilder startOption(String option) {
    startOptions.add(option);
    return this;
  }

  /** An environment variable of all nodes, for instance for a placeholder in a realm file. */
  public ServerBuilder environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A realm file that the first node imports at its start. */
  public ServerBuilder realm(Path file) {
    realmFiles.add(file);
    return this;
  }

  /** The realms (comma list, or {@code *}) in which the pack's set-up runs at start. */
  public ServerBuilder setUpRealms(String realms) {
    return startOption("--spi-company-setup--default--realms=" + realms);
  }

  /** The directory whose {@code <realm>-companies.json} files are imported at start. */
  public ServerBuilder companyData(Path directory) {
    return startOption(
        "--spi-company-setup--default--data-dir=" + directory.toAbsolutePath().normalize());
  }

  /** The most heap memory of a node; default 512. */
  public ServerBuilder maxHeap(int megabytes) {
    heapMegabytes = megabytes;
    return this;
  }

  /**
   * Lets Java compile the server's code as well as in production. Without this servers start a
   * third faster but are slower once warm, which is right for tests.
   */
  public ServerBuilder forMeasuring() {
    forMeasuring = true;
    return this;
  }

  /** Ports 8080 and 9000 where they are free; without this, and where not, other free ones. */
  public ServerBuilder usualPorts() {
    usualPorts = true;
    return this;
  }

  /** Is told in plain words what goes on during the start. */
  public ServerBuilder progress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  /** Builds where needed, starts all nodes and waits until each is ready. */
  public KeycloakServer start() {
    if (nodes > 1 && database == Database.H2) {
      throw new IllegalArgumentException("A cluster needs PostgreSQL");
    }
    return DistributionServer.start(this);
  }

  List<Path> allJars() {
    List<Path> all = new ArrayList<>();
    if (pack) {
      all.addAll(ProjectFiles.packJars());
    }
    if (probe) {
      all.add(ProjectFiles.probeJar());
    }
    all.addAll(jars);
    return all;
  }

  List<String> allBuildOptions() {
    List<String> all = new ArrayList<>(buildOptions);
    all.add(database.buildOption());
    return all;
  }
}
