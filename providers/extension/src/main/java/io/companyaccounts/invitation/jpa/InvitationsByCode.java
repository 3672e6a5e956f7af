// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.invitation.AcceptInvitation;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.OpenedInvitation;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.membership.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** What the holder of a link sees; changes nothing. */
record InvitationsByCode(KeycloakSession session) {

  /** The row of a code, to look at. */
  Optional<StoredInvitation> find(String code) {
    String realmId = session.getContext().getRealm().getId();
    return InvitationCode.read(code)
        .flatMap(
            read ->
                new JpaInvitations(session, realmId)
                    .read("codeHash", read.hash(), null)
                    .filter(stored -> read.fits(stored.row().codeHash)));
  }

  OpenedInvitation opened(StoredInvitation stored) {
    OrganizationModel organization =
        session.getProvider(OrganizationProvider.class).getById(stored.row().orgId);
    Company company = Company.of(session, organization);
    AcceptInvitation rule = company.accepting(stored, company.members().seats(organization));
    return new OpenedInvitation(
        stored.at(company.now()),
        organization,
        roles(company.members().roles(organization), rule.roles()),
        rule.obstacle());
  }

  /** What somebody will hold. */
  static List<CompanyRole> roles(RoleCatalog catalog, List<RoleAssignment> roles) {
    return roles.isEmpty()
        ? catalog.byDefault().stream().toList()
        : roles.stream()
            .map(role -> catalog.byId(role.roleId()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
  }

  /** Names count only now that the account is known. */
  private static Optional<Reason> addressObstacle(
      Company company, OpenedInvitation opened, UserModel user) {
    Verdict verdict = company.address(user);
    boolean external =
        company
            .rules()
            .accepting(opened.invitation(), Optional.empty(), Seats.UNLIMITED, List.of())
            .bringsExternal();
    return verdict.admits(external) ? Optional.empty() : Optional.of(verdict.asRefusal().reason());
  }

  Optional<Outcome.Refused<Invitation>> obstacle(OpenedInvitation opened, UserModel user) {
    OrganizationModel organization = opened.organization();
    Company company = Company.of(session, organization);
    Optional<MemberState> state =
        company.members().standing(organization, user.getId()).map(Standing::state);
    boolean blocked = state.filter(MemberState.BLOCKED::equals).isPresent();
    Optional<Reason> reason =
        company
            .rules()
            .accepting(opened.invitation(), Optional.empty(), Seats.UNLIMITED, List.of())
            .obstacle(user.getEmail(), blocked);
    if (reason.isEmpty() && state.isEmpty()) {
      reason = opened.obstacle().or(() -> addressObstacle(company, opened, user));
    }
    return reason.map(each -> new Outcome.Refused<>(each, Map.of()));
  }
}
