// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.InvitationSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.util.ResolveRelative;

/**
 * Where Keycloak sends people who have joined. It leads on to the application that the vendor
 * chose, without anything that Keycloak added to the address.
 */
public final class JoinedPage {

  private final KeycloakSession session;

  JoinedPage(KeycloakSession session) {
    this.session = session;
  }

  @GET
  @Path("{organization}")
  public Response leadOn(@PathParam("organization") String organizationId) {
    RealmModel realm = session.getContext().getRealm();
    @Nullable String clientId = InvitationSettings.of(realm::getAttribute).client();
    Optional<ClientModel> application =
        Optional.ofNullable(clientId == null ? null : realm.getClientByClientId(clientId))
            .filter(ClientModel::isEnabled);
    return PublicPages.leadTo(
        application
            .flatMap(client -> placeOf(organizationId, client).or(() -> home(client)))
            .map(URI::create)
            .orElseGet(() -> new PageAddresses(session).accountConsole()));
  }

  /** What the vendor set for this organization, where the application's own settings allow it. */
  private Optional<String> placeOf(String organizationId, ClientModel client) {
    return Optional.ofNullable(
            session.getProvider(OrganizationProvider.class).getById(organizationId))
        .map(OrganizationModel::getRedirectUrl)
        .filter(url -> !url.isBlank())
        .map(url -> RedirectUtils.verifyRedirectUri(session, url, client));
  }

  private Optional<String> home(ClientModel client) {
    @Nullable String root = ResolveRelative.resolveRootUrl(session, client.getRootUrl());
    @Nullable String base =
        ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
    return Stream.of(Optional.ofNullable(base), Optional.ofNullable(root))
        .flatMap(Optional::stream)
        .filter(url -> !url.isBlank())
        .findFirst();
  }
}
