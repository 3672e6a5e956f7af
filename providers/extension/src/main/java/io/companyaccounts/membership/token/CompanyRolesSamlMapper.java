// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.token;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import java.util.List;
import java.util.TreeSet;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * The same for SAML: the attributes {@code company_roles}, {@code company_permissions} and {@code
 * company_limits} (of the requesting client) and {@code company_owner}. Values are written {@code
 * alias:name}, for limits {@code alias:name:amount}, for owner only the alias.
 */
public final class CompanyRolesSamlMapper extends AbstractSAMLProtocolMapper
    implements SAMLAttributeStatementMapper {

  public static final String ID = "company-roles-saml-mapper";

  @Override
  public void transformAttributeStatement(
      AttributeStatementType statement,
      ProtocolMapperModel model,
      KeycloakSession session,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel clientSession) {
    TreeSet<String> roles = new TreeSet<>();
    TreeSet<String> permissions = new TreeSet<>();
    TreeSet<String> limits = new TreeSet<>();
    TreeSet<String> owned = new TreeSet<>();
    VisiblePermissions visible =
        new VisiblePermissions(userSession.getRealm(), clientSession.getClient(), List.of());
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    for (Standing standing :
        session.getProvider(MembershipProvider.class).standings(userSession.getUser())) {
      OrganizationModel organization = organizations.getById(standing.organizationId());
      if (organization == null
          || !organization.isEnabled()
          || standing.state() != MemberState.ACTIVE) {
        continue;
      }
      String alias = organization.getAlias();
      standing.roles().forEach(role -> roles.add(alias + ":" + role.name()));
      String own = clientSession.getClient().getClientId();
      visible
          .of(standing)
          .forEach(
              (client, names) ->
                  names.forEach(name -> permissions.add(text(alias, own, client, name))));
      visible
          .limitsOf(standing)
          .forEach(
              (client, amounts) ->
                  amounts.forEach(
                      (name, amount) -> limits.add(text(alias, own, client, name) + ":" + amount)));
      if (standing.owner()) {
        owned.add(alias);
      }
    }
    add(statement, "company_roles", roles);
    add(statement, "company_permissions", permissions);
    add(statement, "company_limits", limits);
    add(statement, "company_owner", owned);
  }

  private static String text(String alias, String own, String client, String name) {
    return alias + ":" + (client.equals(own) ? "" : client + ":") + name;
  }

  private static void add(AttributeStatementType statement, String name, TreeSet<String> values) {
    if (values.isEmpty()) {
      return;
    }
    AttributeType attribute = new AttributeType(name);
    attribute.setFriendlyName(name);
    attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
    values.forEach(attribute::addAttributeValue);
    statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Company roles and permissions";
  }

  @Override
  public String getDisplayCategory() {
    return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Adds company roles, owner, permissions and their limits of each organization to the"
        + " assertion.";
  }
}
