// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

  /** The marker on the user is enough; there is nothing to look up. */
  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

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
            .setStatus(Response.Status.FORBIDDEN)
            .createForm("company-gate.ftl"));
  }

  /** The page offers nothing to send; whoever sends all the same is asked again. */
  @Override
  public void processAction(RequiredActionContext context) {
    requiredActionChallenge(context);
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
