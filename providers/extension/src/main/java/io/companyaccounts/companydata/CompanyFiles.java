// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import io.companyaccounts.membership.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Imports the files {@code <realm>-companies.json} of a directory, each in a transaction of its
 * own. What cannot be imported is logged by file and item, changes nothing, and keeps no server
 * from starting: people can sign in, and the file can be mended and sent by REST.
 */
public final class CompanyFiles {

  /** No more than this is read: some two hundred thousand members. */
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(CompanyFiles.class);
  private static final String SUFFIX = "-companies.json";

  /** Large files take longer than Keycloak gives a request. */
  private static final int TIMEOUT_SECONDS = 3600;

  private final KeycloakSessionFactory factory;
  private final Path directory;

  public CompanyFiles(KeycloakSessionFactory factory, Path directory) {
    this.factory = factory;
    this.directory = directory;
  }

  public void importAll() {
    try {
      for (Path file : files()) {
        importFile(file);
      }
    } catch (IOException e) {
      LOG.errorf("Company data: directory %s cannot be read: %s", directory, e.toString());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> realmOf(file).isPresent())
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  /** The realm that a file is for; empty for other files. */
  static Optional<String> realmOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
        : Optional.empty();
  }

  private void importFile(Path file) {
    byte[] json = read(file);
    if (json == null) {
      return;
    }
    String realm = realmOf(file).orElseThrow();
    try {
      KeycloakModelUtils.runJobInTransactionWithTimeout(
          factory, session -> importInto(session, realm, file, json), TIMEOUT_SECONDS);
    } catch (RuntimeException e) {
      // Whatever it was, the transaction is rolled back, and the server shall start all the same.
      LOG.errorf(e, "Company data: %s was not imported, nothing of it was changed", file);
    }
  }

  private static byte @Nullable [] read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        LOG.errorf(
            "Company data: %s was not imported, it is larger than %d bytes", file, MOST_BYTES);
        return null;
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      LOG.errorf("Company data: %s was not imported, it cannot be read: %s", file, e.toString());
      return null;
    }
  }

  private static void importInto(
      KeycloakSession session, String realmName, Path file, byte[] json) {
    RealmModel realm = session.realms().getRealmByName(realmName);
    if (realm == null) {
      LOG.errorf("Company data: %s was not imported, there is no realm '%s'", file, realmName);
      return;
    }
    session.getContext().setRealm(realm);
    report(file, new ImportCompanies(session, Actor.system()).importData(json, false));
  }

  private static void report(Path file, ImportResult result) {
    if (result instanceof ImportResult.Imported imported) {
      LOG.infof(
          "Company data: %s imported, %s",
          file,
          imported.changes() == 0
              ? "nothing to change"
              : imported.changes()
                  + " changes in "
                  + imported.organizations().size()
                  + " organizations");
    } else if (result instanceof ImportResult.Refused refused) {
      LOG.errorf(
          "Company data: %s was not imported, nothing of it was changed. %d items are wrong:%s",
          file,
          refused.total(),
          refused.errors().stream()
              .map(error -> "\n  %s: %s: %s".formatted(error.path(), error.code(), error.text()))
              .collect(Collectors.joining()));
    }
  }
}
