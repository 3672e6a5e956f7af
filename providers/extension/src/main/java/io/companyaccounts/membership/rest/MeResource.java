// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.membership.rest.Representations.ContactRepresentation;
import io.companyaccounts.membership.rest.Representations.RoleRepresentation;
import io.companyaccounts.platform.BearerCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** What somebody is told about oneself: companies, roles, permissions, and who can help. */
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

  private static final int MOST_ADMINISTRATORS = 20;
  private static final Set<Permission> ADMINISTRATES =
      Set.of(Permission.MEMBERS_MANAGE, Permission.ROLES_ASSIGN);

  private final KeycloakSession session;
  private final BearerCaller caller;
  private final DisplayText texts;

  MeResource(KeycloakSession session, BearerCaller caller) {
    this.session = session;
    this.caller = caller;
    this.texts = new DisplayText(session, caller.user());
  }

  /** Somebody and the own companies. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeRepresentation(
      String id,
      String username,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      List<MyOrganizationRepresentation> organizations) {}

  /**
   * One of the own companies.
   *
   * @param suspended the vendor switched the company off; nothing can be done in it meanwhile
   * @param administrators who manages members or roles, owner first, at most 20
   */
  record MyOrganizationRepresentation(
      String id,
      String alias,
      String name,
      boolean suspended,
      boolean owner,
      boolean external,
      int rank,
      List<RoleRepresentation> roles,
      List<String> permissions,
      List<ContactRepresentation> administrators) {}

  /** Me. */
  @GET
  public MeRepresentation me() {
    UserModel user = caller.user();
    List<MyOrganizationRepresentation> mine = new ArrayList<>();
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    for (Standing standing : members().standings(user)) {
      OrganizationModel organization = organizations.getById(standing.organizationId());
      if (organization != null && standing.state() == MemberState.ACTIVE) {
        mine.add(mine(organization, standing));
      }
    }
    mine.sort(Comparator.comparing(MyOrganizationRepresentation::name));
    return new MeRepresentation(
        user.getId(),
        user.getUsername(),
        user.getEmail(),
        user.getFirstName(),
        user.getLastName(),
        mine);
  }

  private MyOrganizationRepresentation mine(OrganizationModel organization, Standing standing) {
    boolean suspended = !organization.isEnabled();
    return new MyOrganizationRepresentation(
        organization.getId(),
        organization.getAlias(),
        organization.getName(),
        suspended,
        standing.owner(),
        standing.notes().external(),
        standing.rank(),
        standing.roles().stream().map(role -> RoleRepresentation.of(role, texts)).toList(),
        suspended ? List.of() : Representations.keys(standing.permissions()),
        members().membersWho(organization, ADMINISTRATES, MOST_ADMINISTRATORS).stream()
            .map(ContactRepresentation::of)
            .toList());
  }

  private MembershipProvider members() {
    return session.getProvider(MembershipProvider.class);
  }
}
