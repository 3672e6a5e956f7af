// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the demo is made of. */
record DemoFiles(Path realm, Path companies, Path shop) {

  private static final String SHOP = "docker/sample-shop/target/sample-shop.jar";

  /** Something is not there; the message says what and how to get it. */
  static final class MissingException extends RuntimeException {

    MissingException(String message) {
      super(message);
    }
  }

  static DemoFiles find(String realm) {
    return new DemoFiles(
        required(
            ProjectFiles.inRoot("realm-config/" + realm + ".json"), "The realm file is missing."),
        required(
            ProjectFiles.inRoot("realm-config/" + realm + "-companies.json"),
            "The file with the companies of the realm is missing."),
        required(
            ProjectFiles.inRoot(System.getProperty("company.shop.jar", SHOP)),
            "The sample shop is not built. Start the demo from the repository's root: mvn -Pdemo"));
  }

  private static Path required(Path file, String advice) {
    if (!Files.isRegularFile(file)) {
      throw new MissingException("The demo cannot start: no file " + file + "\n" + advice);
    }
    return file;
  }

  List<DemoPerson> people() {
    try {
      return DemoPerson.all(
          Json.read(Files.readString(realm)), Json.read(Files.readString(companies)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
