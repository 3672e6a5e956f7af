// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.Joining;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.platform.RealmImport;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Refuses a membership that must not be, whichever way it comes: console, REST, invitation,
 * registration, identity provider. Keycloak fires the event inside the transaction of the join.
 */
final class JoinListener implements ProviderEventListener {

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof OrganizationMemberJoinEvent join
        && !RealmImport.isRunning(join.getSession())) {
      KeycloakSession session = join.getSession();
      refusal(session, join.getOrganization(), join.getUser())
          .ifPresent(messageKey -> veto(session, messageKey));
      session.getProvider(InvitationProvider.class).joined(join.getOrganization(), join.getUser());
    }
  }

  /**
   * The message key of the reason; empty if the person may join. The places are counted first,
   * since that locks the organization, before anything else of this join is written.
   */
  private static Optional<String> refusal(
      KeycloakSession session, OrganizationModel organization, UserModel user) {
    MembershipProvider members = session.getProvider(MembershipProvider.class);
    Seats seats = members.lockedSeats(organization);
    if (members.isBlocked(organization, user.getId())) {
      return Optional.of("companyJoinBlocked");
    }
    Joining joining = session.getProvider(InvitationProvider.class).joining(organization, user);
    if (joining.obstacle().isPresent()) {
      return Optional.of("companyJoinInvitationOver");
    }
    return seats.hold(joining.invited()) ? Optional.empty() : Optional.of("companyJoinNoSeat");
  }

  /**
   * An exception alone is no veto: in browser flows Keycloak turns it into a page and commits. So
   * the transaction is marked first; then a themed page where somebody signs in, a 400 over REST.
   */
  private static void veto(KeycloakSession session, String messageKey) {
    session.getTransactionManager().setRollbackOnly();
    AuthenticationSessionModel signingIn = session.getContext().getAuthenticationSession();
    if (signingIn != null) {
      throw new ErrorPageException(session, signingIn, Response.Status.BAD_REQUEST, messageKey);
    }
    throw new ModelValidationException(messageKey);
  }
}
