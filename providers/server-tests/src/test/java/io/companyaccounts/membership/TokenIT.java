// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What applications find in tokens, in every shape that Keycloak gives its own claim. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {

  private static final String PIA = "pia@acme.example";
  private static final String ORDER = "order.place";
  private static final List<String> OPTIONAL = List.of("organization", "company");

  private final CompanyRealm realm;
  private final String acme;
  private final String globex;
  private final String pia;

  TokenIT(KeycloakServer server, Admin admin) {
    realm = CompanyRealm.create(server, admin, "token");
    acme = realm.company("acme");
    globex = realm.company("globex");
    pia = realm.member(acme, PIA, "purchaser");
    realm.admin().addMember(globex, pia);
    realm.audience(CompanyRealm.SHOP, CompanyRealm.SHOP);
  }

  @AfterAll
  void removeRealm() {
    realm.admin().remove();
  }

  @AfterEach
  void resetMapper() {
    mapper(Map.of());
  }

  @Test
  void theArrayBecomesAnObjectOnlyWithTheScope() {
    assertThat(Json.texts(claims("openid organization:*").at("/organization")))
        .containsExactlyInAnyOrder("acme", "globex");

    JsonNode claim = claims("openid company organization:*").get("organization");

    assertThat(claim.at("/acme/company_roles/0").asText()).isEqualTo("purchaser");
    assertThat(claim.at("/acme/owner").isBoolean()).isTrue();
    assertThat(Json.texts(claim.at("/acme/resource_access/shop/roles")))
        .containsExactly(ORDER, "order.request");
    assertThat(Json.texts(claim.at("/globex/resource_access/shop/roles")))
        .containsExactly("order.request");
  }

  @Test
  void oneCompanyIsFilledWhenOneIsAskedFor() {
    JsonNode claim = claims("openid company organization:acme").get("organization");
    assertThat(claim.size()).isEqualTo(1);
    assertThat(claim.at("/acme/company_roles/0").asText()).isEqualTo("purchaser");
  }

  @Test
  void withoutAnOrganizationScopeThereIsNothing() {
    assertThat(claims("openid company").has("organization")).isFalse();
  }

  @Test
  void theSingleValueShapeIsFilledToo() {
    mapper(Map.of("multivalued", "false"));
    JsonNode claim = claims("openid company organization:acme").get("organization");
    assertThat(claim.at("/acme/company_roles/0").asText()).isEqualTo("purchaser");
  }

  @Test
  void attributesOfTheOrganizationCannotForgeRoles() {
    forge("acme", acme);
    mapper(Map.of("jsonType.label", "JSON", "addOrganizationAttributes", "true"));
    try {
      JsonNode claim = claims("openid company organization:*").get("organization");
      assertThat(Json.texts(claim.at("/acme/company_roles"))).containsExactly("purchaser");
      assertThat(claim.at("/acme/owner").isBoolean()).isTrue();
      assertThat(claim.at("/acme/owner").asBoolean()).isFalse();
      assertThat(claim.at("/acme/resource_access").isObject()).isTrue();
      assertThat(claim.at("/acme/resource_access").size()).isEqualTo(1);
      assertThat(claim.at("/acme/limits").isArray()).isTrue();
      assertThat(claim.at("/acme/resource_access/shop").has("limits")).isFalse();
      assertThat(claim.at("/acme/kind/0").asText()).isEqualTo("customer");

      realm.setRoles(acme, pia);
      assertThat(
              Json.texts(
                  realm
                      .portal()
                      .password(PIA, CompanyRealm.PASSWORD, "openid company organization:acme")
                      .accessClaims()
                      .at("/organization/acme/company_roles")))
          .containsExactly("operator");
    } finally {
      realm.setRoles(acme, pia, "purchaser");
    }
  }

  @Test
  void anotherClaimNameIsFollowed() {
    mapper(Map.of("claim.name", "firms.mine"));
    assertThat(
            claims("openid company organization:acme")
                .at("/firms/mine/acme/company_roles/0")
                .asText())
        .isEqualTo("purchaser");
  }

  @Test
  void idTokenUserinfoAndIntrospectionSayTheSame() {
    Tokens tokens =
        realm.shop().password(PIA, CompanyRealm.PASSWORD, "openid company organization:acme");
    JsonNode access = tokens.accessClaims().get("organization");
    assertThat(tokens.idClaims().get("organization")).isEqualTo(access);
    assertThat(realm.shop().userinfo(tokens.access()).expect(200).json().get("organization"))
        .isEqualTo(access);
    assertThat(realm.shop().introspect(tokens.access()).get("organization")).isEqualTo(access);
  }

  @Test
  void aSecondClientThatIntrospectsSeesThePermissionsOfTheTokensClient() {
    realm.admin().createClient("warehouse", Map.of());
    realm.audience(CompanyRealm.SHOP, "warehouse");
    Tokens tokens =
        realm.shop().password(PIA, CompanyRealm.PASSWORD, "openid company organization:acme");

    JsonNode seen = realm.admin().client("warehouse").introspect(tokens.access());

    assertThat(seen.get("active").asBoolean()).isTrue();
    assertThat(Json.texts(seen.at("/organization/acme/resource_access/shop/roles")))
        .containsExactly(ORDER, "order.request");
  }

  @Test
  void aLightweightTokenKeepsTheClaimWhereItIsWanted() {
    realm
        .admin()
        .createClient(
            "light",
            Map.of(
                "optionalClientScopes",
                List.of("organization", "company"),
                "attributes",
                Map.of("client.use.lightweight.access.token.enabled", "true")));
    mapper(Map.of("lightweight.claim", "true"));
    Tokens tokens =
        realm
            .admin()
            .client("light")
            .password(PIA, CompanyRealm.PASSWORD, "openid company organization:acme");
    assertThat(tokens.accessClaims().at("/organization/acme/company_roles/0").asText())
        .isEqualTo("purchaser");
  }

  @Test
  void permissionsOfOtherClientsAreSeenOnlyWhereFullScopeIsOffAndTheRoleIsMapped() {
    OidcClient portal = realm.portal();
    String scope = "openid company organization:acme";
    JsonNode before = portal.password(PIA, CompanyRealm.PASSWORD, scope).accessClaims();
    assertThat(before.at("/organization/acme/resource_access").has("shop")).isFalse();

    String portalId = realm.admin().clientUuid(CompanyRealm.PORTAL);
    String shopId = realm.admin().clientUuid(CompanyRealm.SHOP);
    realm
        .admin()
        .post(
            "/clients/" + portalId + "/scope-mappings/clients/" + shopId,
            List.of(realm.clientRole(CompanyRealm.SHOP, ORDER)))
        .expect(204);

    JsonNode after = portal.password(PIA, CompanyRealm.PASSWORD, scope).accessClaims();
    assertThat(Json.texts(after.at("/organization/acme/resource_access/shop/roles")))
        .contains(ORDER);
    assertThat(claims(scope).at("/organization/acme/resource_access").has("portal")).isFalse();
  }

  @Test
  void limitsAreSeenWhereThePermissionIs() {
    realm.letLimit(ORDER);
    realm.admin().put(rolesOfPia(), rolesUpTo(300)).expect(200);
    String scope = "openid company organization:acme";
    assertThat(claims(scope).at("/organization/acme/resource_access/shop/limits").toString())
        .isEqualTo("{\"order.place\":300}");
    realm.admin().createClient("mall", Map.of("optionalClientScopes", OPTIONAL));
    assertThat(
            realm
                .admin()
                .client("mall")
                .password(PIA, CompanyRealm.PASSWORD, scope)
                .accessClaims()
                .at("/organization/acme/resource_access")
                .toString())
        .isEqualTo("{}");
    realm.setRoles(acme, pia, "purchaser");
  }

  private String rolesOfPia() {
    return "/company/organizations/" + acme + "/members/" + pia + "/roles";
  }

  private static Map<String, Object> rolesUpTo(int limit) {
    return Map.of("roles", List.of(Map.of("role", "purchaser", "limit", limit)));
  }

  @Test
  void rolesOfNativeOrganizationGroupsAreMerged() {
    String mapper = nativeGroupMapper();
    String group =
        realm
            .admin()
            .post("/organizations/" + acme + "/groups", Map.of("name", "night-shift"))
            .createdId();
    String groups = "/organizations/" + acme + "/groups/" + group;
    realm
        .admin()
        .post(
            groups + "/role-mappings/clients/" + realm.admin().clientUuid(CompanyRealm.SHOP),
            List.of(realm.clientRole(CompanyRealm.SHOP, "order.release")))
        .expect(204);
    realm.admin().put(groups + "/members/" + pia, Map.of()).expect(204);

    JsonNode claim = claims("openid company organization:acme").get("organization");

    assertThat(Json.texts(claim.at("/acme/resource_access/shop/roles")))
        .containsExactlyInAnyOrder("order.release", ORDER, "order.request");
    assertThat(claim.at("/acme/groups/0").asText()).contains("night-shift");
    assertThat(claim.at("/acme/resource_access/shop").has("limits")).isFalse();
    realm.letLimit(ORDER);
    realm.admin().put(rolesOfPia(), rolesUpTo(5000)).expect(200);
    JsonNode shop =
        claims("openid company organization:acme").at("/organization/acme/resource_access/shop");
    assertThat(shop.get("limits").toString()).isEqualTo("{\"order.place\":5000}");
    assertThat(Json.texts(shop.get("roles"))).contains("order.release", ORDER);
    realm.setRoles(acme, pia, "purchaser");
    realm.admin().delete(mapper).expect(204);
  }

  private JsonNode claims(String scope) {
    return realm.shop().password(PIA, CompanyRealm.PASSWORD, scope).accessClaims();
  }

  /** Sets Keycloak's own membership mapper to its defaults plus these. */
  private void mapper(Map<String, String> more) {
    for (JsonNode scope : realm.admin().get("/client-scopes").expect(200).json()) {
      for (JsonNode mapper : scope.path("protocolMappers")) {
        if (mapper.get("protocolMapper").asText().equals("oidc-organization-membership-mapper")) {
          Map<String, String> config =
              new java.util.HashMap<>(
                  Map.of(
                      "claim.name", "organization",
                      "jsonType.label", "String",
                      "multivalued", "true",
                      "access.token.claim", "true",
                      "id.token.claim", "true",
                      "introspection.token.claim", "true",
                      "userinfo.token.claim", "true"));
          config.putAll(more);
          String id = mapper.get("id").asText();
          realm
              .admin()
              .put(
                  "/client-scopes/" + scope.get("id").asText() + "/protocol-mappers/models/" + id,
                  Map.of(
                      "id",
                      id,
                      "name",
                      mapper.get("name").asText(),
                      "protocol",
                      "openid-connect",
                      "protocolMapper",
                      "oidc-organization-membership-mapper",
                      "config",
                      config))
              .expect(204);
        }
      }
    }
  }

  /** Adds Keycloak's group mapper to its scope and returns its path. */
  private String nativeGroupMapper() {
    for (JsonNode scope : realm.admin().get("/client-scopes").expect(200).json()) {
      if (scope.get("name").asText().equals("organization")) {
        String mappers = "/client-scopes/" + scope.get("id").asText() + "/protocol-mappers/models";
        Map<String, String> config =
            Map.of(
                "addGroupRoleMappings", "true",
                "access.token.claim", "true",
                "id.token.claim", "true",
                "introspection.token.claim", "true",
                "userinfo.token.claim", "true");
        return mappers
            + "/"
            + realm
                .admin()
                .post(
                    mappers,
                    Map.of(
                        "name",
                        "organization groups",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-organization-group-membership-mapper",
                        "config",
                        config))
                .createdId();
      }
    }
    throw new AssertionError("The realm has no organization scope");
  }

  private void forge(String alias, String id) {
    realm
        .admin()
        .put(
            "/organizations/" + id,
            Map.of(
                "id",
                id,
                "name",
                alias,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                List.of(Map.of("name", alias + ".example", "verified", true)),
                "attributes",
                Map.of(
                    "company_roles", List.of("director"),
                    "owner", List.of("true"),
                    "resource_access", List.of("everything"),
                    "limits", List.of("9"),
                    "kind", List.of("customer"))))
        .expect(204);
  }
}
