// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.emaildomain.jpa.AddressWatch;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Stands at every login and lets nobody through who is shut out of the only company. Whom it
 * concerns carries a marker that Keycloak caches with the user, so that everybody else passes
 * without a query.
 */
final class GateRequiredAction implements RequiredActionProvider {

  private final KeycloakSession session;

  GateRequiredAction(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Who is shut out carries the marker, so there is nothing to look up. An address that changed
   * behind Keycloak's back is acted upon here and not on a page, so that it does not stop logins
   * that cannot show one as long as the member is still let in.
   */
  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    UserModel user = context.getUser();
    AddressWatch watch = new AddressWatch(session);
    watch.look(user).forEach(finding -> watch.act(finding.organization(), user));
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    List<OrganizationModel> shutOut = shutOut(context.getUser());
    if (shutOut.isEmpty()) {
      context.success();
      return;
    }
    String companies = String.join(", ", shutOut.stream().map(OrganizationModel::getName).toList());
    context.getEvent().detail("reason", "company_member_blocked").error("company_member_blocked");
    context.challenge(
        context
            .form()
            .setAttribute("companyNames", companies)
            .setAttribute("companyReason", reason(context, shutOut))
            .setStatus(Response.Status.FORBIDDEN)
            .createForm("company-gate.ftl"));
  }

  /** The page offers nothing to send; whoever sends all the same is asked again. */
  @Override
  public void processAction(RequiredActionContext context) {
    requiredActionChallenge(context);
  }

  /** An administrator alone could not help whoever has an address that is not accepted. */
  private String reason(RequiredActionContext context, List<OrganizationModel> shutOut) {
    AddressWatch watch = new AddressWatch(session);
    for (OrganizationModel organization : shutOut) {
      Optional<Verdict.Refused> refused = watch.reason(organization, context.getUser());
      if (refused.isPresent()) {
        return context
            .form()
            .getMessage(
                refused.get().messageKey(),
                UserModel.EMAIL,
                organization.getName(),
                refused.get().domainsText());
      }
    }
    return "";
  }

  private List<OrganizationModel> shutOut(UserModel user) {
    List<Standing> standings = session.getProvider(MembershipProvider.class).standings(user);
    if (standings.stream().anyMatch(standing -> standing.state() == MemberState.ACTIVE)) {
      return List.of();
    }
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    return standings.stream()
        .map(standing -> organizations.getById(standing.organizationId()))
        .filter(organization -> organization != null)
        .toList();
  }

  @Override
  public void close() {}
}
