// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the demo is made of.
 *
 * @param name the realm's name
 */
record DemoFiles(String name, Path realm, Path companies, Path shop) {

  private static final String SHOP = "docker/sample-shop/target/sample-shop.jar";
  private static final String REALM = ".json";
  private static final String COMPANIES = "-companies.json";

  /** Something is not there; the message says what and how to get it. */
  static final class MissingException extends RuntimeException {

    MissingException(String message) {
      super(message);
    }
  }

  /** The files for a reference realm; fails where there is no such realm or no shop. */
  static DemoFiles find(String realm) {
    Path directory = ProjectFiles.inRoot("realm-config");
    List<String> known = realms(directory);
    if (!known.contains(realm)) {
      throw new MissingException(
          "The demo cannot start: there is no reference realm \""
              + realm
              + "\".\nThere are: "
              + String.join(", ", known)
              + ". Choose one of them: mvn -Pdemo -Drealm=<name>");
    }
    return of(
        directory,
        realm,
        required(
            ProjectFiles.inRoot(System.getProperty("company.shop.jar", SHOP)),
            "The sample shop is not built. Start the demo from the repository's root: mvn -Pdemo"));
  }

  static DemoFiles of(Path directory, String realm, Path shop) {
    return new DemoFiles(
        realm, directory.resolve(realm + REALM), directory.resolve(realm + COMPANIES), shop);
  }

  /** The names of all realms of which there are both files. */
  static List<String> realms(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(COMPANIES))
          .map(file -> file.substring(0, file.length() - COMPANIES.length()))
          .filter(name -> Files.isRegularFile(directory.resolve(name + REALM)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path required(Path file, String advice) {
    if (!Files.isRegularFile(file)) {
      throw new MissingException("The demo cannot start: no file " + file + "\n" + advice);
    }
    return file;
  }

  List<DemoCompany> demoCompanies() {
    try {
      return DemoCompany.all(
          Json.read(Files.readString(realm)), Json.read(Files.readString(companies)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
