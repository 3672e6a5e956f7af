// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.mail.Mailbox;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the shared server and mailbox to tests; they end with the last test of the JVM. */
final class ServerExtension implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(ServerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == KeycloakServer.class || type == Admin.class || type == Mailbox.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Store shared = context.getRoot().getStore(HERE);
    if (type == Mailbox.class) {
      return shared.getOrComputeIfAbsent(Mailbox.class, key -> Mailbox.start(), Mailbox.class);
    }
    KeycloakServer server =
        shared.getOrComputeIfAbsent(
            KeycloakServer.class, key -> startServer(), KeycloakServer.class);
    return type == Admin.class ? new Admin(server) : server;
  }

  private static KeycloakServer startServer() {
    Database database = database();
    return KeycloakServer.builder()
        .name("tests-" + database.name().toLowerCase(Locale.ROOT))
        .database(database)
        .start();
  }

  private static Database database() {
    String name = System.getProperty("company.database", Database.POSTGRESQL.name());
    return Database.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
