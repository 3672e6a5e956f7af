// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.server.Database;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that starts with the reference realm has its companies, and keeps them at each start.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyDataAtStartIT {

  private static final String FILE = "machine-portal-companies.json";

  private Path data;
  private KeycloakServer server;
  private RealmAdmin realm;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    data = directory;
    Files.copy(ProjectFiles.inRoot("realm-config/" + FILE), data.resolve(FILE));
    Files.writeString(
        data.resolve("master-companies.json"),
        "{\"format\": 1, \"organizations\": [{\"alias\": \"a\"}, {\"alias\": 5}]}");
    Files.writeString(data.resolve("nowhere-companies.json"), "{}");
    Files.writeString(data.resolve("notes.txt"), "not for us");
    server =
        KeycloakServer.builder()
            .name("data-at-start")
            .database(Database.POSTGRESQL)
            .realm(ProjectFiles.inRoot("realm-config/machine-portal.json"))
            .setUpRealms("machine-portal,unheard-of")
            .companyData(data)
            .start();
    realm = new Admin(server).realm("machine-portal");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void theReferenceRealmIsCompleteForTheSetUp() {
    assertThat(log())
        .contains("Realm 'machine-portal' is set up for company accounts, nothing to change");
    assertThat(realm.post("/company/setup?dryRun=true", Map.of()).expect(200).json().get("changes"))
        .isEmpty();
    assertThat(realm.get("/company/check").expect(200).json().get("findings")).isEmpty();
  }

  @Test
  @Order(2)
  void itsCompaniesAreThere() {
    JsonNode muster = members("muster-maschinenbau", "");
    assertThat(muster.get("total").asInt()).isEqualTo(10);
    assertThat(Json.texts(members("muster-maschinenbau", "&state=BLOCKED").get("members"), "email"))
        .containsExactly("bruno@muster.example");
    assertThat(
            Json.texts(members("nordwerk", "&role=company-administrator").get("members"), "email"))
        .contains("niels@nordwerk.example");
    JsonNode file = read(data.resolve(FILE));
    JsonNode exported = realm.get("/company/export").expect(200).json();
    for (int i = 0; i < 2; i++) {
      assertThat(exported.at("/organizations/" + i + "/members"))
          .containsExactlyInAnyOrderElementsOf(file.at("/organizations/" + i + "/members"));
    }
  }

  @Test
  @Order(3)
  void whatCannotBeImportedIsNamedWithoutPeopleAndTheServerRuns() {
    assertThat(log())
        .contains("Realm 'unheard-of' was not set up for company accounts: there is none")
        .contains("nowhere-companies.json was not imported, there is no realm 'nowhere'")
        .contains("master-companies.json was not imported, nothing of it was changed")
        .contains("organizations[1].alias: invalid_value")
        .doesNotContain("notes.txt");
    assertThat(log().lines().filter(line -> line.contains("io.companyaccounts")))
        .noneMatch(line -> line.contains("@muster.example"));
  }

  @Test
  @Order(4)
  void theNextStartChangesNothing() {
    int rows = activity().size();
    server.node(0).stop();
    server.node(0).start();

    assertThat(log()).contains(FILE + " imported, nothing to change");
    assertThat(activity()).hasSize(rows);
  }

  private String log() {
    return server.node(0).log();
  }

  private JsonNode members(String organization, String query) {
    return realm
        .get("/company/organizations/" + organization + "/members?max=100" + query)
        .expect(200)
        .json();
  }

  private JsonNode activity() {
    return realm
        .get("/company/organizations/muster-maschinenbau/activity?max=100")
        .expect(200)
        .json()
        .get("entries");
  }

  private static JsonNode read(Path file) {
    try {
      return Json.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
