// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import java.util.List;

/**
 * Decides whether somebody may change what an open invitation will give. Who does vouches for it
 * from then on, so all its roles, before and after, must be within the actor's reach.
 */
final class ChangeInvitationRoles {

  private final InvitationRules rules;

  ChangeInvitationRoles(InvitationRules rules) {
    this.rules = rules;
  }

  Outcome<List<RoleAssignment>> change(
      Actor actor, Invitation invitation, List<RoleAssignment> wanted) {
    return InvitationRules.mayInvite(actor)
        .then(rules::notSuspended)
        .then(changer -> InvitationRules.open(invitation))
        .then(open -> rules.reach(actor, open.roles()))
        .then(before -> rules.membership().rolesForNewcomer(actor, wanted))
        .then(roles -> rules.welcome(invitation.person(), roles));
  }
}
