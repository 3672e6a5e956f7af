// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The one PostgreSQL of this JVM. It ends with the JVM (a shutdown hook of the library). */
public final class Postgres {

  private static final String USER = "postgres";

  /** For measurements: writes as carefully as a database in production. */
  private static final String DURABLE = "company.postgres.durable";

  /** Off by default, since the data is thrown away at the end anyhow. */
  private static final List<String> NOT_DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private static @Nullable Postgres shared;

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts it at the first call. */
  public static synchronized Postgres shared() {
    if (shared == null) {
      shared = new Postgres(start());
    }
    return shared;
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setPort(Ports.free())
              .setServerConfig("max_connections", "400");
      if (!Boolean.getBoolean(DURABLE)) {
        NOT_DURABLE.forEach(option -> builder.setServerConfig(option, "off"));
      }
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /** Where one database is reached. */
  public record Address(String jdbcUrl, String user, String password) {

    List<String> startOptions() {
      return List.of("--db-url=" + jdbcUrl, "--db-username=" + user, "--db-password=" + password);
    }
  }

  /** Makes an empty database. */
  public Address newDatabase() {
    String name = "keycloak_" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database " + name, e);
    }
    return new Address("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, USER, USER);
  }
}
