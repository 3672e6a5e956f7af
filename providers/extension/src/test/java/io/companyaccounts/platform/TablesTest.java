// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\"");
  private static final Pattern NAME =
      Pattern.compile("(?:indexName|onstraintName|primaryKeyName)=\"([^\"]+)\"");
  private static final int ORACLE_LENGTH = 30;

  @Test
  void everyRowOfARealmCanBeFoundByItsRealm() throws NoSuchFieldException {
    for (Class<?> entity : CompanyJpaEntityProvider.OF_A_REALM) {
      assertThat(entity).hasAnnotation(Entity.class);
      assertThat(entity.getDeclaredField("realmId").getType()).isEqualTo(String.class);
    }
  }

  @Test
  void namesOfIndexesAndConstraintsFitEveryDatabaseAndAreUnique() throws IOException {
    List<String> names = new ArrayList<>();
    Matcher includes =
        INCLUDE.matcher(resource(new CompanyJpaEntityProvider().getChangelogLocation()));
    while (includes.find()) {
      Matcher name = NAME.matcher(resource(includes.group(1)));
      while (name.find()) {
        names.add(name.group(1));
      }
    }

    assertThat(names)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() <= ORACLE_LENGTH)
        .allMatch(name -> name.contains("_COMPANY_"));
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = TablesTest.class.getClassLoader().getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
