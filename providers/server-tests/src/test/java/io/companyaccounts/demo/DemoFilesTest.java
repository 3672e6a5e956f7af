// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

  @Test
  void anUnknownRealmIsRefusedWithTheNamesThereAre() {
    for (String unknown : List.of("machineportal", "", "../realm-config/machine-portal")) {
      assertThatThrownBy(() -> DemoFiles.find(unknown))
          .isInstanceOf(DemoFiles.MissingException.class)
          .hasMessageContaining("no reference realm \"" + unknown + "\"")
          .hasMessageContaining("machine-portal, quote-portal")
          .hasMessageContaining("-Drealm=");
    }
  }

  @Test
  void aRealmNeedsBothFiles(@TempDir Path directory) throws IOException {
    for (String file :
        List.of("b.json", "b-companies.json", "a.json", "a-companies.json", "c-companies.json")) {
      Files.writeString(directory.resolve(file), "{}");
    }

    assertThat(DemoFiles.realms(directory)).containsExactly("a", "b");
  }

  @Test
  void inEveryReferenceRealmThereIsSomethingToSayOfEverybody() {
    Path directory = ProjectFiles.inRoot("realm-config");
    for (String name : DemoFiles.realms(directory)) {
      List<DemoCompany> companies =
          DemoFiles.of(directory, name, directory.resolve("not-needed")).demoCompanies();
      assertThat(companies).as(name).isNotEmpty();
      for (DemoCompany company : companies) {
        assertThat(company.description()).as(company.name()).isNotEmpty();
        assertThat(company.people()).as(company.name()).isNotEmpty();
        assertThat(company.people())
            .as(company.name())
            .noneMatch(person -> person.may().isEmpty() || person.may().contains("${"));
      }
    }
  }
}
