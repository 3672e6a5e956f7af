// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.Joining;
import io.companyaccounts.membership.JoinCheck;
import io.companyaccounts.membership.JoinObstacle;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.platform.ReadyText;
import io.companyaccounts.platform.RealmImport;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
          .ifPresent(refusal -> veto(session, refusal));
      session.getProvider(InvitationProvider.class).joined(join.getOrganization(), join.getUser());
    }
  }

  /** What the person is told. */
  private record Refusal(String messageKey, List<String> arguments) {

    static Optional<Refusal> of(String messageKey) {
      return Optional.of(new Refusal(messageKey, List.of()));
    }

    static Refusal of(JoinObstacle obstacle) {
      return new Refusal(obstacle.messageKey(), obstacle.arguments());
    }

    String text(KeycloakSession session) {
      return ReadyText.of(session, null, messageKey, arguments);
    }
  }

  /**
   * Why not; empty if the person may join. The places are counted first, since that locks the
   * organization, before anything else of this join is written. An address that is not accepted
   * ends the invitation too; then it is said what is wrong with the address.
   */
  private static Optional<Refusal> refusal(
      KeycloakSession session, OrganizationModel organization, UserModel user) {
    MembershipProvider members = session.getProvider(MembershipProvider.class);
    Seats seats = members.lockedSeats(organization);
    if (members.isBlocked(organization, user.getId())) {
      return Refusal.of("companyJoinBlocked");
    }
    Joining joining = session.getProvider(InvitationProvider.class).joining(organization, user);
    Optional<Reason> over = joining.obstacle();
    if (over.filter(reason -> !(reason instanceof EmailRefusal)).isPresent()) {
      return Refusal.of("companyJoinInvitationOver");
    }
    if (!seats.hold(joining.invited())) {
      return Refusal.of("companyJoinNoSeat");
    }
    return session.getAllProviders(JoinCheck.class).stream()
        .flatMap(check -> check.obstacle(organization, user, joining.external()).stream())
        .findFirst()
        .map(Refusal::of)
        .or(() -> over.flatMap(reason -> Refusal.of("companyJoinInvitationOver")));
  }

  /**
   * An exception alone is no veto: in browser flows Keycloak turns it into a page and commits. So
   * the transaction is marked first; then a themed page where somebody signs in, a 400 over REST.
   */
  private static void veto(KeycloakSession session, Refusal refusal) {
    session.getTransactionManager().setRollbackOnly();
    AuthenticationSessionModel signingIn = session.getContext().getAuthenticationSession();
    if (signingIn != null) {
      throw new ErrorPageException(
          session,
          signingIn,
          Response.Status.BAD_REQUEST,
          refusal.messageKey(),
          refusal.arguments().toArray());
    }
    throw new ModelValidationException(refusal.text(session));
  }
}
