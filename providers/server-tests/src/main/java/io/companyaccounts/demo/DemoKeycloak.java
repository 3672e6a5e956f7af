// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.server.Database;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keycloak as people drop the pack into it, with one reference realm and its companies. */
final class DemoKeycloak {

  private DemoKeycloak() {}

  /**
   * @param directory gets a copy of this realm's companies, since beside the original are those of
   *     other realms; made if need be
   * @param smtpPort where mails go, on this machine
   */
  static ServerBuilder plan(DemoFiles files, Path directory, int smtpPort, URI shop)
      throws IOException {
    Files.createDirectories(directory);
    Files.copy(
        files.companies(),
        directory.resolve(files.companies().getFileName()),
        StandardCopyOption.REPLACE_EXISTING);
    return KeycloakServer.builder()
        .database(Database.H2)
        .withoutProbe()
        .maxHeap(768)
        .realm(files.realm())
        .setUpRealms(files.name())
        .companyData(directory)
        .environment("SMTP_HOST", "127.0.0.1")
        .environment("SMTP_PORT", Integer.toString(smtpPort))
        .environment("SHOP_URL", shop.toString())
        .environment("SHOP_BACKCHANNEL_URL", shop + "/logout/connect/back-channel/keycloak");
  }
}
