// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is removed in Keycloak takes along what hung on it. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovalIT {

  private final CompanyRealm realm;

  RemovalIT(KeycloakServer server, Admin admin) {
    realm = CompanyRealm.create(server, admin, "removal");
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @Test
  void aRemovedRoleTakesItsAssignmentsAlong() {
    realm.companyRole("auditor", 40, "shop:order.release");
    String org = realm.company("acme");
    String holder = realm.member(org, "holder@acme.example", "auditor");

    realm.admin().delete("/roles/auditor").expect(204);

    assertThat(member(org, holder).at("/roles/0/name").asText()).isEqualTo("operator");
    assertThat(activity(org, "ROLE_GONE").at("/entries/0/details/role_name").asText())
        .isEqualTo("auditor");
  }

  @Test
  void aRemovedClientTakesItsPermissionsOutOfCustomRoles() {
    realm.admin().createClient("depot", Map.of());
    realm.permission("depot", "stock.count", "stock", "read");
    realm.companyRole("keeper", 20, "depot:stock.count");
    String org = realm.company("globex");
    realm.member(org, "boss@globex.example", "director");
    JsonNode role =
        realm
            .as("boss@globex.example")
            .post(
                realm.path("/organizations/" + org + "/roles"),
                Map.of(
                    "name",
                    "Counter",
                    "permissions",
                    List.of("depot:stock.count", "shop:order.request")))
            .expect(201)
            .json();

    realm.admin().delete("/clients/" + realm.admin().clientUuid("depot")).expect(204);

    JsonNode left =
        realm
            .admin()
            .get("/company/organizations/" + org + "/roles/" + role.get("id").asText())
            .expect(200)
            .json();
    assertThat(Json.texts(left.get("permissions"))).containsExactly("shop:order.request");
    assertThat(activity(org, "ROLE_GONE").at("/entries").size()).isEqualTo(1);
  }

  @Test
  void whoeverLeavesOrIsDeletedLeavesNoRows() {
    String org = realm.company("initech");
    String leaver = realm.member(org, "leaver@initech.example", "purchaser");
    String deleted = realm.member(org, "deleted@initech.example", "purchaser");
    realm.nameOwner(org, deleted);

    realm.admin().delete("/organizations/" + org + "/members/" + leaver).expect(204);
    realm.admin().delete("/users/" + deleted).expect(204);

    assertThat(
            realm
                .admin()
                .get("/company/organizations/" + org + "/members")
                .json()
                .get("total")
                .asInt())
        .isZero();
    assertThat(activity(org, "MEMBER_LEFT").at("/entries").size()).isEqualTo(2);
    realm.admin().addMember(org, leaver);
    assertThat(member(org, leaver).at("/roles/0/name").asText()).isEqualTo("operator");
  }

  @Test
  void aRemovedCompanyAndARemovedRealmLeaveNothingInTheWay() {
    String org = realm.company("umbrella");
    String owner = realm.member(org, "o@umbrella.example", "director");
    realm.nameOwner(org, owner);
    realm.admin().delete("/organizations/" + org).expect(204);
    assertThat(
            realm
                .as("o@umbrella.example")
                .get(realm.path("/me"))
                .json()
                .at("/organizations")
                .size())
        .isZero();
    Http gone = realm.as("o@umbrella.example");
    gone.get(realm.path("/organizations/" + org + "/members")).expect(404);
  }

  private JsonNode member(String org, String user) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/members/" + user)
        .expect(200)
        .json();
  }

  private JsonNode activity(String org, String kind) {
    return realm
        .admin()
        .get("/company/organizations/" + org + "/activity?kind=" + kind)
        .expect(200)
        .json();
  }
}
