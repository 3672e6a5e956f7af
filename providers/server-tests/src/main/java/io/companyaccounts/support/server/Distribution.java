// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Keycloak distribution with provider JARs, built once for each combination of distribution,
 * JAR contents and build options.
 */
final class Distribution {

  private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(5);

  private final Path zip;
  private final Path cache;

  Distribution(Path zip, Path cache) {
    this.zip = zip;
    this.cache = cache;
  }

  /** The one that Maven copied, cached below {@code target}. */
  static Distribution ofThisProject() {
    return new Distribution(
        ProjectFiles.distributionZip(), ProjectFiles.target().resolve("keycloak"));
  }

  /** A Keycloak home that is ready for {@code kc.sh start --optimized}; copy it, never start it. */
  Path built(List<Path> jars, List<String> buildOptions) {
    try {
      Files.createDirectories(cache);
      Path home = cache.resolve(key(jars, buildOptions));
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IllegalStateException("Lost the lock on " + cache);
        }
        if (!Files.isDirectory(home)) {
          build(home, jars, buildOptions);
        }
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cache key; equal for equal content, whatever the files' timestamps are. */
  String key(List<Path> jars, List<String> buildOptions) throws IOException {
    MessageDigest digest = sha256();
    update(digest, zip.getFileName().toString());
    update(digest, Long.toString(Files.size(zip)));
    for (Path jar : jars) {
      update(digest, jar.getFileName().toString());
      digest.update(Files.readAllBytes(jar));
    }
    buildOptions.stream().sorted().forEach(option -> update(digest, option));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** Large, never written to: may be a hard link in every copy. */
  static boolean isShared(Path inside) {
    return inside.startsWith("lib/lib");
  }

  private void build(Path home, List<Path> jars, List<String> buildOptions) throws IOException {
    Path work = cache.resolve(home.getFileName() + ".work");
    FileTrees.delete(work);
    FileTrees.copy(unpacked(), work, Distribution::isShared);
    for (Path jar : jars) {
      Files.copy(jar, work.resolve("providers").resolve(jar.getFileName()));
    }
    List<String> command = new ArrayList<>(List.of("build"));
    command.addAll(buildOptions);
    Path log = cache.resolve(home.getFileName() + ".log");
    KeycloakProcess process =
        KeycloakProcess.start(work, command, List.of(KeycloakProcess.QUICK_START), log);
    if (process.waitFor(BUILD_TIMEOUT) != 0) {
      throw new IllegalStateException("kc.sh build failed\n" + process.tailOfLog());
    }
    Files.move(work, home);
  }

  private Path unpacked() throws IOException {
    Path pristine = cache.resolve("unpacked-" + key(List.of(), List.of()));
    if (!Files.isDirectory(pristine)) {
      Path work = cache.resolve(pristine.getFileName() + ".work");
      FileTrees.delete(work);
      FileTrees.unzip(zip, work);
      Files.move(work, pristine);
    }
    return pristine;
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
