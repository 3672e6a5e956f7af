// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.util.List;

/** What a server keeps its data in; every server has a database of its own. */
public enum Database {
  /** A real PostgreSQL, started once for all servers of this JVM. */
  POSTGRESQL("postgres"),
  /** A file in the server's own directory: one node only. */
  H2("dev-file");

  private final String vendor;

  Database(String vendor) {
    this.vendor = vendor;
  }

  String buildOption() {
    return "--db=" + vendor;
  }

  /** Makes an empty database and says how to reach it. */
  List<String> startOptions() {
    return this == H2 ? List.of() : Postgres.shared().newDatabase().startOptions();
  }
}
