// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.token.CompanyRolesMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;

/** A client scope with its mappers, as set-up makes it. */
record ScopeDraft(
    String name, String description, Map<String, String> attributes, List<Mapper> mappers) {

  ScopeDraft {
    mappers = List.copyOf(mappers);
  }

  static final String OPENID_CONNECT = "openid-connect";

  /** Company roles and permissions in the organization claim. */
  static final ScopeDraft COMPANY =
      new ScopeDraft(
          "company",
          "Company roles and permissions of the person in each company of the organization claim",
          Map.of(
              "include.in.token.scope", "true",
              "display.on.consent.screen", "true",
              "consent.screen.text", "${companyScopeConsentText}"),
          List.of(Mapper.everywhere("company roles", CompanyRolesMapper.ID)));

  /** The audience that the pack's own REST interface asks for. */
  static final ScopeDraft COMPANY_API =
      new ScopeDraft(
          "company-api",
          "Lets an application call the REST interface of the company accounts",
          Map.of("include.in.token.scope", "true", "display.on.consent.screen", "false"),
          List.of(
              new Mapper(
                  "company audience",
                  AudienceProtocolMapper.PROVIDER_ID,
                  Map.of(
                      AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE,
                      Permission.COMPANY_CLIENT,
                      "access.token.claim",
                      "true",
                      "id.token.claim",
                      "false",
                      "introspection.token.claim",
                      "true",
                      "lightweight.claim",
                      "true"))));

  /** The scope itself; Keycloak's own search by name would also give a client of that name. */
  Optional<ClientScopeModel> in(RealmModel realm) {
    return realm.getClientScopesStream().filter(scope -> name.equals(scope.getName())).findFirst();
  }

  /** The same with more mappers. */
  ScopeDraft with(List<Mapper> more) {
    List<Mapper> all = new ArrayList<>(mappers);
    all.addAll(more);
    return new ScopeDraft(name, description, attributes, all);
  }

  /** A protocol mapper. */
  record Mapper(String name, String provider, Map<String, String> config) {

    /** A mapper that writes into every kind of token and answer. */
    static Mapper everywhere(String name, String provider) {
      return new Mapper(
          name,
          provider,
          Map.of(
              "access.token.claim", "true",
              "id.token.claim", "true",
              "userinfo.token.claim", "true",
              "introspection.token.claim", "true",
              "lightweight.claim", "true"));
    }

    /** The same type; an audience mapper must also name the same audience. */
    boolean isLike(ProtocolMapperModel other) {
      String audience = AudienceProtocolMapper.INCLUDED_CLIENT_AUDIENCE;
      return provider.equals(other.getProtocolMapper())
          && (!config.containsKey(audience)
              || config.get(audience).equals(other.getConfig().get(audience)));
    }
  }
}
