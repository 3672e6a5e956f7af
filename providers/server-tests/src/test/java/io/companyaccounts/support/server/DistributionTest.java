// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

  @TempDir Path directory;

  @Test
  void theKeyDependsOnContentAndOptionsNotOnTimesOrOrder() throws IOException {
    Path jar = Files.writeString(directory.resolve("a.jar"), "one");
    Distribution distribution = distribution();
    String key = distribution.key(List.of(jar), List.of("--a", "--b"));

    Files.setLastModifiedTime(jar, LONG_AGO);
    assertThat(distribution.key(List.of(jar), List.of("--b", "--a"))).isEqualTo(key);
    assertThat(distribution.key(List.of(jar), List.of("--a"))).isNotEqualTo(key);
    assertThat(distribution.key(List.of(), List.of("--a", "--b"))).isNotEqualTo(key);
    Files.writeString(jar, "two");
    assertThat(distribution.key(List.of(jar), List.of("--a", "--b"))).isNotEqualTo(key);
  }

  @Test
  void unpackingDropsTheTopDirectoryKeepsTimesAndMakesScriptsExecutable() throws IOException {
    Path zip = directory.resolve("keycloak.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(out, "keycloak-1/bin/kc.sh", "script");
      add(out, "keycloak-1/lib/lib/a.jar", "jar");
    }
    Path home = directory.resolve("home");

    FileTrees.unzip(zip, home);

    assertThat(home.resolve("bin/kc.sh")).isExecutable().hasContent("script");
    assertThat(Files.getLastModifiedTime(home.resolve("lib/lib/a.jar"))).isEqualTo(LONG_AGO);
  }

  @Test
  void anEntryThatPointsOutOfTheArchiveIsRefused() throws IOException {
    Path zip = directory.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      add(out, "top/../../evil", "x");
    }
    assertThatThrownBy(() -> FileTrees.unzip(zip, directory.resolve("home")))
        .hasMessageContaining("outside");
  }

  @Test
  void copiesKeepTimesAndShareOnlyLibraries() throws IOException {
    Path from = directory.resolve("from");
    Path library = write(from.resolve("lib/lib/a.jar"));
    Path provider = write(from.resolve("providers/b.jar"));
    Path to = directory.resolve("to");

    FileTrees.copy(from, to, Distribution::isShared);
    Files.writeString(to.resolve("providers/b.jar"), "changed");

    assertThat(provider).hasContent("content");
    assertThat(Files.getLastModifiedTime(to.resolve("lib/lib/a.jar")))
        .isEqualTo(Files.getLastModifiedTime(library));
    FileTrees.delete(to);
    assertThat(to).doesNotExist();
    assertThat(library).hasContent("content");
  }

  private Distribution distribution() throws IOException {
    Path zip = Files.writeString(directory.resolve("keycloak-1.zip"), "zip");
    return new Distribution(zip, directory.resolve("cache"));
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "content");
    return Files.setLastModifiedTime(file, LONG_AGO);
  }

  private static void add(ZipOutputStream out, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(LONG_AGO);
    out.putNextEntry(entry);
    out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
