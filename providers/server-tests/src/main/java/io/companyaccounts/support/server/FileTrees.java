// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Unpacks, copies and deletes directory trees. */
final class FileTrees {

  private FileTrees() {}

  /** Unpacks a zip whose entries lie in one top directory; that directory's name is dropped. */
  static void unzip(Path zip, Path target) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        if (!name.isEmpty() && !entry.isDirectory()) {
          extract(file, entry, inside(target, name));
        }
      }
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("Entry outside of its archive: " + name);
    }
    return path;
  }

  private static void extract(ZipFile file, ZipEntry entry, Path path) throws IOException {
    Files.createDirectories(path.getParent());
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setLastModifiedTime(path, entry.getLastModifiedTime());
    if (path.toString().endsWith(".sh") && !path.toFile().setExecutable(true)) {
      throw new IOException("Cannot make executable: " + path);
    }
  }

  /**
   * Copies a tree and keeps the timestamps, since Keycloak refuses provider JARs that look newer
   * than its build. Files that {@code shared} accepts (by their path inside the tree) are hard
   * links where the file system allows it: they must not be written to.
   */
  static void copy(Path from, Path to, Predicate<Path> shared) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path inside = from.relativize(file);
            if (!shared.test(inside) || !link(file, to.resolve(inside))) {
              Files.copy(file, to.resolve(inside), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean link(Path existing, Path link) {
    try {
      Files.createLink(link, existing);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Deletes a tree; one that does not exist is fine. */
  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
