// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.page.Browsers;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Hands the shared server, mailbox and browser to tests; they end with the last test. */
final class ServerExtension
    implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {

  private static final Namespace HERE = Namespace.create(ServerExtension.class);

  /** {@code -Dcompany.server=container}: the shared server is a container, not a process. */
  private static final boolean IN_CONTAINER =
      System.getProperty("company.server", "process").equals("container");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == KeycloakServer.class
        || type == Admin.class
        || type == Mailbox.class
        || type == Browsers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Store shared = shared(context);
    if (type == Mailbox.class) {
      return shared.getOrComputeIfAbsent(Mailbox.class, key -> startMailbox(), Mailbox.class);
    }
    if (type == Browsers.class) {
      return shared.getOrComputeIfAbsent(Browsers.class, key -> Browsers.start(), Browsers.class);
    }
    boolean twoNodes = context.getRequiredTestClass().isAnnotationPresent(TwoNodeTest.class);
    KeycloakServer server =
        shared.getOrComputeIfAbsent(
            twoNodes ? TwoNodeTest.class : KeycloakServer.class,
            key -> twoNodes ? startCluster() : startServer(),
            KeycloakServer.class);
    return type == Admin.class
        ? shared.getOrComputeIfAbsent(server, key -> new Admin(server), Admin.class)
        : server;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Browsers browsers = shared(context).get(Browsers.class, Browsers.class);
    if (browsers != null) {
      String test = context.getRequiredTestClass().getSimpleName();
      browsers.screenshots("FAILED-" + test + "." + context.getRequiredTestMethod().getName());
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browsers browsers = shared(context).get(Browsers.class, Browsers.class);
    if (browsers != null) {
      browsers.closeWindows();
    }
  }

  private static KeycloakServer startServer() {
    if (IN_CONTAINER) {
      return ContainerServer.start(KeycloakServer.builder(), image());
    }
    Database database = database();
    return KeycloakServer.builder()
        .name("tests-" + database.name().toLowerCase(Locale.ROOT))
        .database(database)
        .start();
  }

  private static KeycloakServer startCluster() {
    return KeycloakServer.builder()
        .name("tests-two-nodes")
        .nodes(2)
        .startOption("--spi-company-jobs--default--poll-seconds=1")
        .startOption("--spi-company-jobs--default--lease-seconds=10")
        .start();
  }

  private static Mailbox startMailbox() {
    int port = Ports.free();
    return IN_CONTAINER ? Mailbox.startForContainers(port) : Mailbox.start(port);
  }

  private static String image() {
    String image = System.getProperty("company.server.image");
    if (image == null || image.isBlank()) {
      throw new IllegalStateException("Say which image: -Dcompany.server.image=...");
    }
    return image;
  }

  private static Database database() {
    String name = System.getProperty("company.database", Database.POSTGRESQL.name());
    return Database.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Store shared(ExtensionContext context) {
    return context.getRoot().getStore(HERE);
  }
}
