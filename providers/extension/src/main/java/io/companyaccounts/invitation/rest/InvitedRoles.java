// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.rest.InvitationRepresentations.InvitedRoleRepresentation;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.rest.OrganizationAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the roles of invitations. The company's own roles are read only when one of them is met,
 * and a role that is gone is left out, as it is when the invitation is accepted.
 */
final class InvitedRoles {

  private final OrganizationAccess access;
  private final RoleCatalog predefined;
  private @Nullable RoleCatalog all;

  InvitedRoles(OrganizationAccess access) {
    this.access = access;
    predefined = access.members().predefinedRoles();
  }

  List<InvitedRoleRepresentation> of(List<RoleAssignment> assignments) {
    List<InvitedRoleRepresentation> roles = new ArrayList<>();
    for (RoleAssignment assignment : assignments) {
      role(assignment.roleId())
          .ifPresent(role -> roles.add(InvitedRoleRepresentation.of(role, assignment)));
    }
    return roles;
  }

  private Optional<CompanyRole> role(String id) {
    return predefined.byId(id).or(() -> all().byId(id));
  }

  private RoleCatalog all() {
    RoleCatalog roles = all;
    if (roles == null) {
      roles = access.members().roles(access.organization());
      all = roles;
    }
    return roles;
  }
}
