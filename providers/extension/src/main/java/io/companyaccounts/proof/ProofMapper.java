// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes the newest proof of the requesting client as one claim, with the others in {@code more}.
 * Without a proof the claim is taken away, whoever wrote it: nothing else may look like one.
 */
public abstract class ProofMapper extends AbstractOIDCProtocolMapper
    implements OIDCAccessTokenMapper,
        OIDCIDTokenMapper,
        UserInfoTokenMapper,
        TokenIntrospectionTokenMapper {

  /** After everything else that writes claims. */
  private static final int LAST = 1_000;

  private final ProofKind kind;

  protected ProofMapper(ProofKind kind) {
    this.kind = kind;
  }

  /** Name of the claim. */
  public final String claim() {
    return kind.claim();
  }

  @Override
  protected final void setClaim(
      IDToken token,
      ProtocolMapperModel model,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext context) {
    ClientModel client = context.getClientSession().getClient();
    LiveProofs proofs = new LiveProofs(session, kind);
    List<Map<String, Object>> claims = new ArrayList<>();
    for (Proof proof : proofs.of(userSession, client)) {
      claims.add(claim(proof, proofs, userSession, client));
    }
    if (claims.isEmpty()) {
      token.getOtherClaims().remove(kind.claim());
      return;
    }
    Map<String, Object> newest = claims.remove(0);
    if (!claims.isEmpty()) {
      newest.put("more", claims);
    }
    token.getOtherClaims().put(kind.claim(), newest);
  }

  private static Map<String, Object> claim(
      Proof proof, LiveProofs proofs, UserSessionModel userSession, ClientModel client) {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("id", LiveProofs.id(userSession, proof));
    claim.put(
        "organization", proofs.organization(proof).map(OrganizationModel::getAlias).orElse(""));
    claim.put("client", client.getClientId());
    claim.put("operation", proof.operation());
    claim.put("reference", proof.reference());
    claim.put("method", proof.method());
    claim.put("at", proof.at().getEpochSecond());
    claim.put("exp", proof.expires().getEpochSecond());
    proofs.limit(proof, userSession, client).ifPresent(limit -> claim.put("limit", limit));
    return claim;
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    List<ProviderConfigProperty> properties = new ArrayList<>();
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, ProofMapper.class);
    return properties;
  }

  @Override
  public final int getPriority() {
    return LAST;
  }

  @Override
  public final String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }
}
