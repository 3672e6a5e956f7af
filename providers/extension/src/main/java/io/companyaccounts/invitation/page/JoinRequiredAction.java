// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.OpenedInvitation;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.platform.LoginAge;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Asks a signed-in person whether to accept the invitation that {@code
 * kc_action=company-join:<code>} names. Showing it changes nothing; only the POST of its own form,
 * which Keycloak ties to this browser's login, accepts or declines.
 */
final class JoinRequiredAction implements RequiredActionProvider {

  static final String ACCEPT = "accept";
  static final String DECLINE = "decline";

  private final KeycloakSession session;
  private final InvitationProvider invitations;

  JoinRequiredAction(KeycloakSession session) {
    this.session = session;
    this.invitations = session.getProvider(InvitationProvider.class);
  }

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public int getMaxAuthAge(KeycloakSession session) {
    return LoginAge.of(session, JoinRequiredActionFactory.ID);
  }

  /** Only a link begins it. */
  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    Optional<OpenedInvitation> opened = opened(context);
    if (opened.isEmpty()) {
      end(context, EndPages.unknownInvitation());
      return;
    }
    Optional<Reason> obstacle = obstacle(opened.get(), context.getUser());
    if (obstacle.isPresent()) {
      end(context, opened.get(), obstacle.get());
    } else if (opened.get().invitation().state() == InvitationState.OPEN) {
      ask(context, opened.get());
    } else {
      // the person is in already, as after going back in the browser
      context.success();
    }
  }

  @Override
  public void processAction(RequiredActionContext context) {
    MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
    Optional<OpenedInvitation> opened = opened(context);
    boolean answered = form.containsKey(ACCEPT) || form.containsKey(DECLINE);
    if (opened.isEmpty() || !answered) {
      requiredActionChallenge(context);
      return;
    }
    Optional<Reason> obstacle = obstacle(opened.get(), context.getUser());
    if (obstacle.isPresent()) {
      refused(context, opened.get(), obstacle.get());
    } else if (form.containsKey(ACCEPT)) {
      accept(context, opened.get());
    } else {
      decline(context, opened.get());
    }
  }

  private void accept(RequiredActionContext context, OpenedInvitation opened) {
    Outcome<Invitation> outcome = invitations.accept(code(context), context.getUser());
    if (outcome instanceof Outcome.Refused<Invitation> refused) {
      refused(context, opened, refused.reason());
      return;
    }
    context.getEvent().detail(Details.ORG_ID, opened.organization().getId());
    context.success();
  }

  private void decline(RequiredActionContext context, OpenedInvitation opened) {
    Outcome<Invitation> outcome = invitations.decline(code(context));
    if (outcome instanceof Outcome.Refused<Invitation> refused) {
      refused(context, opened, refused.reason());
      return;
    }
    end(context, EndPage.of(Status.OK, "companyEndDeclinedNow", opened.organization().getName()));
  }

  private void refused(RequiredActionContext context, OpenedInvitation opened, Reason reason) {
    context
        .getEvent()
        .detail(Details.ORG_ID, opened.organization().getId())
        .detail(Details.REASON, reason.code())
        .error(reason.code());
    end(context, opened, reason);
  }

  private void ask(RequiredActionContext context, OpenedInvitation opened) {
    InvitationText text =
        new InvitationText(opened, session.getContext().resolveLocale(context.getUser()));
    context.challenge(
        context
            .form()
            .setAttribute("companyInvitation", text)
            .setAttribute("companySignedInAs", context.getUser().getUsername())
            .createForm("company-join.ftl"));
  }

  private void end(RequiredActionContext context, OpenedInvitation opened, Reason reason) {
    if (reason == InvitationRefusal.OTHER_ADDRESS) {
      String email = opened.invitation().person().email();
      end(
          context,
          EndPage.of(Status.FORBIDDEN, "companyEndOther", email, context.getUser().getUsername())
              .switching());
    } else {
      end(context, EndPages.of(reason, opened, code(context), new PageAddresses(session)));
    }
  }

  private static void end(RequiredActionContext context, EndPage page) {
    context.challenge(PublicPages.end(context.form().setAttribute("companySignedIn", true), page));
  }

  private Optional<OpenedInvitation> opened(RequiredActionContext context) {
    String code = code(context);
    return code.isEmpty() ? Optional.empty() : invitations.open(code);
  }

  private Optional<Reason> obstacle(OpenedInvitation opened, UserModel user) {
    return invitations.obstacle(opened, user).map(Outcome.Refused::reason);
  }

  private static String code(RequiredActionContext context) {
    @Nullable String code =
        context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_PARAMETER);
    return code == null ? "" : code;
  }

  @Override
  public void close() {}
}
