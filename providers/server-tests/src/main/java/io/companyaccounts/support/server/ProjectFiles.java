// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the things of this repository lie. Maven says so by system properties; without them
 * (started from an IDE) the usual places below the repository's root are taken.
 */
public final class ProjectFiles {

  private static final String MODULE = "providers/server-tests";

  private ProjectFiles() {}

  /** The repository's root directory. */
  public static Path root() {
    return path("company.root").orElseGet(ProjectFiles::rootAboveHere);
  }

  private static Path rootAboveHere() {
    Path start = Path.of("").toAbsolutePath();
    for (@Nullable Path at = start; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(MODULE).resolve("pom.xml"))) {
        return at;
      }
    }
    throw new IllegalStateException("Not inside the repository: " + start);
  }

  /** A file or directory below the root; it need not exist. */
  public static Path inRoot(String path) {
    return root().resolve(path);
  }

  /** Where everything made at run time goes: the module's {@code target} directory. */
  public static Path target() {
    return inRoot(MODULE).resolve("target");
  }

  /** The JARs an operator drops into Keycloak: the extension and the theme. */
  public static List<Path> packJars() {
    return List.of(
        jar("company.extension.jar", "providers/extension/target/company-accounts.jar"),
        jar("company.theme.jar", "themes/target/company-accounts-theme.jar"));
  }

  /** The JAR with the test-only probe. */
  public static Path probeJar() {
    return jar("company.probe.jar", MODULE + "/target/company-accounts-server-tests-probe.jar");
  }

  /** The Keycloak distribution that Maven copied. */
  static Path distributionZip() {
    return path("company.keycloak.zip")
        .filter(Files::isRegularFile)
        .or(ProjectFiles::newestZip)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Keycloak distribution below "
                        + zipDirectory()
                        + ". Run: mvn -q pre-integration-test -pl "
                        + MODULE
                        + " -am"));
  }

  private static Path zipDirectory() {
    return target().resolve("distribution");
  }

  private static Optional<Path> newestZip() {
    if (!Files.isDirectory(zipDirectory())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(zipDirectory())) {
      return files
          .filter(file -> file.toString().endsWith(".zip"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(String property, String usualPlace) {
    Path jar = path(property).orElseGet(() -> inRoot(usualPlace));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "Missing " + jar + ". Run: mvn -q pre-integration-test -pl " + MODULE + " -am");
    }
    return jar;
  }

  private static Optional<Path> path(String property) {
    return Optional.ofNullable(System.getProperty(property)).map(Path::of);
  }
}
