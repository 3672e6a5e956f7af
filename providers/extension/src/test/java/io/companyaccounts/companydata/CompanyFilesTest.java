// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompanyFilesTest {

  @Test
  void theRealmIsWhatStandsBeforeTheEnding() {
    assertThat(CompanyFiles.realmOf(Path.of("/data/machine-portal-companies.json")))
        .contains("machine-portal");
  }

  @Test
  void otherFilesAreForNoRealm() {
    assertThat(CompanyFiles.realmOf(Path.of("/data/machine-portal.json"))).isEmpty();
    assertThat(CompanyFiles.realmOf(Path.of("/data/-companies.json"))).isEmpty();
    assertThat(CompanyFiles.realmOf(Path.of("/data/x-companies.json.bak"))).isEmpty();
  }
}
