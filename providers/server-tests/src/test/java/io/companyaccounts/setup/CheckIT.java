// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The check names what is odd in a realm, and says nothing about a realm that is all right. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckIT {

  private final KeycloakServer server;
  private final Admin everything;
  private final CompanyRealm realm;
  private final RealmAdmin admin;

  CheckIT(KeycloakServer server, Admin everything) {
    this.server = server;
    this.everything = everything;
    realm = CompanyRealm.create(server, everything, "check");
    admin = realm.admin();
  }

  @AfterAll
  void removeRealm() {
    admin.remove();
  }

  @Test
  @Order(1)
  void aRealmThatIsAllRightHasNoFindingsButCompaniesWithoutOwner() {
    String acme = realm.company("acme");
    String boss = realm.member(acme, "boss@acme.example", "director");
    realm.member(acme, "ann@acme.example", "purchaser");
    assertThat(check().get("findings").size()).isEqualTo(1);
    assertThat(finding("no_owner").at("/about/organizations/0").asText()).isEqualTo("acme");
    assertThat(finding("no_owner").at("/severity").asText()).isEqualTo("INFO");

    realm.nameOwner(acme, boss);
    assertThat(check().get("findings")).isEmpty();
  }

  @Test
  void companyRolesThatActInEveryCompanyAreNamed() {
    JsonNode purchaser = admin.get("/roles/purchaser").expect(200).json();
    String user = admin.createUser("ann@vendor.example", CompanyRealm.PASSWORD);
    admin.post("/users/" + user + "/role-mappings/realm", List.of(purchaser)).expect(204);
    JsonNode director = admin.get("/roles/director").expect(200).json();
    String group = admin.post("/groups", Map.of("name", "buyers")).createdId();
    admin.post("/groups/" + group + "/role-mappings/realm", List.of(director)).expect(204);
    admin.post("/roles", Map.of("name", "employee")).expect(201);
    admin
        .post(
            "/roles/employee/composites", List.of(admin.get("/roles/operator").expect(200).json()))
        .expect(204);
    admin
        .post(
            "/roles/default-roles-check/composites",
            List.of(admin.get("/roles/employee").expect(200).json()))
        .expect(204);

    assertThat(finding("role_given_to_users").get("about").toString())
        .contains("\"role\":\"purchaser\"", "\"count\":1");
    assertThat(finding("role_given_to_groups").at("/about/groups/0").asText()).isEqualTo("buyers");
    assertThat(finding("role_in_default_roles").at("/about/role").asText()).isEqualTo("operator");
    assertThat(finding("role_in_other_role").at("/about/roles/0").asText()).isEqualTo("employee");
    assertThat(check().get("errors").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void rolesThatAreDescribedBadlyAreNamed() {
    role("no-rank", Map.of("company.role", "true"));
    role("odd-rank", Map.of("company.role", "true", "company.rank", "high"));
    role("second", Map.of("company.role", "true", "company.rank", "1", "company.default", "true"));
    role("forgotten", Map.of("company.rank", "1"));
    realm.permission(CompanyRealm.SHOP, "order.sell", "order", "write");

    assertThat(finding("rank_missing").at("/about/role").asText()).isEqualTo("no-rank");
    assertThat(finding("rank_invalid").at("/about/value").asText()).isEqualTo("high");
    assertThat(finding("several_default_roles").at("/about/roles").toString())
        .isEqualTo("[\"operator\",\"second\"]");
    assertThat(finding("role_not_marked").at("/about/role").asText()).isEqualTo("forgotten");
    assertThat(finding("attribute_invalid").at("/about/role").asText())
        .isEqualTo("shop:order.sell");
  }

  @Test
  void administrationOfKeycloakInsideACompanyRoleIsNamed() {
    admin
        .post(
            "/roles/director/composites",
            List.of(realm.clientRole("realm-management", "view-users")))
        .expect(204);

    assertThat(finding("role_includes_administration").get("about").toString())
        .contains("director", "realm-management:view-users");
  }

  @Test
  void settingsThatMeanNothingAreNamed() {
    admin
        .put("", Map.of("realm", "check", "attributes", Map.of("company.rankRule", "sideways")))
        .expect(204);
    String globex = realm.company("globex");
    JsonNode organization = admin.get("/organizations/" + globex).expect(200).json();
    admin
        .put(
            "/organizations/" + globex,
            Map.of(
                "id",
                globex,
                "name",
                "globex",
                "alias",
                "globex",
                "enabled",
                true,
                "domains",
                organization.get("domains"),
                "attributes",
                Map.of("company.rankRule", List.of("upwards"))))
        .expect(204);
    Map<String, Object> open = Map.of("clientId", "company", "standardFlowEnabled", true);
    admin.put("/clients/" + admin.clientUuid("company"), open).expect(204);
    admin
        .post(
            "/client-scopes",
            Map.of(
                "name", "firm",
                "protocol", "openid-connect",
                "protocolMappers",
                    List.of(
                        Map.of(
                            "name", "firm",
                            "protocol", "openid-connect",
                            "protocolMapper", "oidc-organization-membership-mapper"))))
        .expect(201);

    assertThat(all("rank_rule_invalid")).hasSize(2);
    assertThat(all("rank_rule_invalid").toString()).contains("sideways", "globex");
    assertThat(finding("company_client_open").at("/about/client").asText()).isEqualTo("company");
    assertThat(finding("several_organization_scopes").at("/about/clientScopes").toString())
        .isEqualTo("[\"firm\",\"organization\"]");
  }

  @Test
  void rowsThatDoNotFitKeycloakAreNamed() {
    String initech = realm.company("initech");
    String ann = realm.member(initech, "ann@initech.example", "purchaser");
    String ben = realm.member(initech, "ben@initech.example", "purchaser");
    admin
        .post(
            "/company/organizations/initech/roles",
            Map.of("name", "Weekend", "permissions", List.of("shop:order.request")))
        .expect(201);
    update("update CompanyMember m set m.state = 'BLOCKED' where m.userId = '" + ann + "'");
    update("update CompanyRoleAssignment a set a.roleId = 'gone' where a.userId = '" + ben + "'");
    update("update CompanyCustomRolePermission p set p.permissionId = 'gone'");
    update(
        "insert into CompanyMember (orgId, userId, realmId, state, version, stateSince)"
            + " select o.id, 'nobody', o.realmId, 'ACTIVE', 1, 0L from OrganizationEntity o"
            + " where o.id = '"
            + initech
            + "'");
    role("weekend", Map.of("company.role", "true", "company.rank", "1"));

    assertThat(finding("blocked_member_joined").at("/about/members/0/user").asText())
        .isEqualTo(ann);
    assertThat(finding("role_gone").at("/about/organizations/0").asText()).isEqualTo("initech");
    assertThat(finding("permission_gone").at("/about/organizations/0").asText())
        .isEqualTo("initech");
    assertThat(finding("user_gone").at("/about/members/0/user").asText()).isEqualTo("nobody");
    assertThat(finding("custom_role_shadowed").get("about").toString())
        .contains("Weekend", "initech");
  }

  @Test
  void aMissingPartOfTheSetUpIsNamedAndTheSetUpMendsIt() {
    admin.delete("/authentication/required-actions/company-gate").expect(204);

    JsonNode missing = finding("setup_incomplete");
    assertThat(missing.at("/severity").asText()).isEqualTo("ERROR");
    assertThat(missing.at("/about/kind").asText()).isEqualTo("required_action");

    admin.post("/company/setup", Map.of()).expect(200);
    assertThat(all("setup_incomplete")).isEmpty();
  }

  @Test
  void itCostsTheSameInABigRealm() {
    String acme = realm.company("giant");
    long few = server.node(0).statements().once(this::check);
    server.node(0).statements().once(this::check);
    few = Math.min(few, server.node(0).statements().once(this::check));
    everything
        .http()
        .post("/realms/check/company-probe/organizations/" + acme + "/bulk-members/2000")
        .expect(204);
    long many = server.node(0).statements().once(this::check);

    System.out.println("check: " + few + " statements, with 2000 members " + many);
    assertThat(many).isLessThanOrEqualTo(few + 2);
  }

  private JsonNode check() {
    return admin.get("/company/check").expect(200).json();
  }

  private List<JsonNode> all(String code) {
    return StreamSupport.stream(check().get("findings").spliterator(), false)
        .filter(finding -> finding.get("code").asText().equals(code))
        .toList();
  }

  private JsonNode finding(String code) {
    Optional<JsonNode> found = all(code).stream().findFirst();
    assertThat(found)
        .as(() -> code + " among " + Json.texts(check().get("findings"), "code"))
        .isPresent();
    assertThat(found.orElseThrow().get("text").asText()).hasSizeGreaterThan(40);
    return found.orElseThrow();
  }

  private void role(String name, Map<String, String> attributes) {
    Map<String, List<String>> lists = new TreeMap<>();
    attributes.forEach((key, value) -> lists.put(key, List.of(value)));
    admin.post("/roles", Map.of("name", name, "attributes", lists)).expect(201);
  }

  private void update(String hql) {
    everything.http().post("/realms/check/company-probe/update", Map.of("hql", hql)).expect(204);
  }
}
