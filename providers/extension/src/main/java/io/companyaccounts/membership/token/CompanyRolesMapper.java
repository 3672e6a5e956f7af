// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.token;

import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Fills the organizations that Keycloak wrote into its claim with company roles, owner and
 * permissions. It never adds an organization of its own and always overwrites its keys, since
 * attributes of an organization may be written into the same object.
 */
public final class CompanyRolesMapper extends AbstractOIDCProtocolMapper
    implements OIDCAccessTokenMapper,
        OIDCIDTokenMapper,
        UserInfoTokenMapper,
        TokenIntrospectionTokenMapper {

  public static final String ID = "company-roles-mapper";

  static final String ROLES = "company_roles";
  static final String OWNER = "owner";
  static final String RESOURCE_ACCESS = "resource_access";
  private static final String ROLE_LIST = "roles";
  private static final String LIMITS = "limits";

  /** Keycloak's own organization mappers run at 0 and 10. */
  private static final int AFTER_KEYCLOAK = 100;

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel model,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext context) {
    UserModel user = userSession.getUser();
    Optional<String> name = claimName(context);
    if (user == null || name.isEmpty()) {
      return;
    }
    OrganizationClaim claim = new OrganizationClaim(name.get(), token.getOtherClaims());
    Map<String, Map<String, Object>> organizations = claim.read();
    if (organizations == null || organizations.isEmpty()) {
      return;
    }
    VisiblePermissions visible = visible(userSession.getRealm(), context);
    Map<String, Standing> standings = standings(session, user);
    organizations.forEach((alias, data) -> fill(data, standings.get(alias), visible));
    claim.write(organizations);
  }

  /** At introspection the context's client is the one that asks; the token's is meant here. */
  private static VisiblePermissions visible(RealmModel realm, ClientSessionContext context) {
    ClientModel client = context.getClientSession().getClient();
    return new VisiblePermissions(realm, client, context.getClientScopesStream().toList());
  }

  private static void fill(
      Map<String, Object> data, @Nullable Standing standing, VisiblePermissions visible) {
    boolean counts = standing != null && standing.state() == MemberState.ACTIVE;
    Map<String, List<String>> permissions = new TreeMap<>();
    Map<String, Map<String, Long>> limits = Map.of();
    List<String> roles = List.of();
    if (standing != null && counts) {
      permissions.putAll(visible.of(standing));
      limits = visible.limitsOf(standing);
      roles = standing.roles().stream().map(CompanyRole::name).toList();
    }
    data.put(ROLES, roles);
    data.put(OWNER, standing != null && counts && standing.owner());
    data.put(RESOURCE_ACCESS, merged(data.get(RESOURCE_ACCESS), permissions, limits));
  }

  /**
   * Joins ours with the roles of native organization groups. Only Keycloak's group mapper writes an
   * object here; an attribute of that name arrives as a list and is dropped. Limits are ours alone,
   * and bind whatever else gives the same permission.
   */
  private static Map<String, Object> merged(
      @Nullable Object fromGroups,
      Map<String, List<String>> ours,
      Map<String, Map<String, Long>> limits) {
    Map<String, Set<String>> all = new TreeMap<>();
    if (fromGroups instanceof Map<?, ?> byClient) {
      byClient.forEach(
          (client, access) -> {
            if (access instanceof Map<?, ?> map && map.get(ROLE_LIST) instanceof Iterable<?> list) {
              Set<String> roles =
                  all.computeIfAbsent(String.valueOf(client), key -> new LinkedHashSet<>());
              list.forEach(role -> roles.add(String.valueOf(role)));
            }
          });
    }
    ours.forEach(
        (client, roles) -> all.computeIfAbsent(client, key -> new LinkedHashSet<>()).addAll(roles));
    Map<String, Object> result = new LinkedHashMap<>();
    all.forEach(
        (client, roles) -> {
          Map<String, Object> access = new LinkedHashMap<>();
          access.put(ROLE_LIST, List.copyOf(roles));
          if (limits.containsKey(client)) {
            access.put(LIMITS, limits.get(client));
          }
          result.put(client, access);
        });
    return result;
  }

  private static Map<String, Standing> standings(KeycloakSession session, UserModel user) {
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    Map<String, Standing> byAlias = new HashMap<>();
    for (Standing standing : session.getProvider(MembershipProvider.class).standings(user)) {
      OrganizationModel organization = organizations.getById(standing.organizationId());
      if (organization != null) {
        byAlias.put(organization.getAlias(), standing);
      }
    }
    return byAlias;
  }

  /** The claim that Keycloak's membership mapper of this very request fills. */
  private static Optional<String> claimName(ClientSessionContext context) {
    return context
        .getProtocolMappersStream()
        .filter(
            mapper -> OrganizationMembershipMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
        .map(
            mapper ->
                mapper
                    .getConfig()
                    .getOrDefault(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, "organization"))
        .findFirst();
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    List<ProviderConfigProperty> properties = new ArrayList<>();
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, CompanyRolesMapper.class);
    return properties;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public int getPriority() {
    return AFTER_KEYCLOAK;
  }

  @Override
  public String getDisplayType() {
    return "Company roles and permissions";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Adds company roles, owner and permissions to the organizations of the token."
        + " Needs Keycloak's organization scope in the same request.";
  }
}
