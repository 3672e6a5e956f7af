// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Table;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables in the words of every database that Keycloak runs on. */
class ChangelogTest {

  @TempDir Path history;

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "h2", "mysql", "mariadb", "mssql", "oracle"})
  void everyDatabaseGetsAllTables(String database) throws LiquibaseException {
    String sql = sql(database).toUpperCase(Locale.ROOT);

    for (Class<?> entity : new CompanyJpaEntityProvider().getEntities()) {
      assertThat(sql)
          .contains("CREATE TABLE ")
          .contains(entity.getAnnotation(Table.class).name() + " (");
    }
    assertThat(sql).contains("ON DELETE CASCADE").contains("COMPANY_JOB");
  }

  @SuppressWarnings("deprecation") // the replacement needs the whole command framework
  private String sql(String database) throws LiquibaseException {
    ResourceAccessor resources = new ClassLoaderResourceAccessor();
    String url =
        "offline:" + database + "?changeLogFile=" + history.resolve("history.csv") + "&version=12";
    Database offline = DatabaseFactory.getInstance().openDatabase(url, null, null, null, resources);
    StringWriter sql = new StringWriter();
    try (Liquibase liquibase =
        new Liquibase(new CompanyJpaEntityProvider().getChangelogLocation(), resources, offline)) {
      liquibase.update(new Contexts(), sql);
    }
    return sql.toString();
  }
}
