// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.RoleAssignment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Withdraws, changes and declines invitations of one organization, under its lock. */
final class ManageInvitations {

  private final Company company;

  ManageInvitations(Company company) {
    this.company = company;
    company.members().lock(company.organization());
  }

  Outcome<Invitation> withdraw(Actor claimed, String id) {
    Actor actor = company.asOfNow(claimed);
    return on(
        id,
        stored ->
            company
                .rules()
                .withdraw(actor, stored.at(company.now()))
                .then(
                    fit ->
                        end(
                            stored,
                            InvitationState.WITHDRAWN,
                            actor.trace(),
                            ActivityKind.INVITATION_WITHDRAWN)));
  }

  Outcome<Invitation> changeRoles(
      Actor claimed, String id, List<RoleAssignment> wanted, @Nullable Integer ifVersion) {
    Actor actor = company.asOfNow(claimed);
    return on(
        id,
        stored -> {
          int version = stored.row().version;
          if (ifVersion != null && ifVersion != version) {
            return Outcome.refused(
                InvitationRefusal.VERSION_CONFLICT, "version", Integer.toString(version));
          }
          return company
              .rules()
              .changeRoles(actor, stored.at(company.now()), wanted)
              .then(roles -> store(actor, stored, roles));
        });
  }

  /** Who gives the roles vouches for them from now on. */
  private Outcome<Invitation> store(
      Actor actor, StoredInvitation stored, List<RoleAssignment> roles) {
    InvitationEntity row = stored.row();
    List<RoleAssignment> before = List.copyOf(stored.roles());
    Invitation.Inviter inviter = company.inviter(actor);
    row.inviterKind = inviter.kind();
    row.inviterId = inviter.userId();
    row.inviterName = inviter.name();
    row.version++;
    company.invitations().replaceRoles(row.id, roles);
    company
        .trail()
        .rolesChanged(
            actor.trace(), row, before, roles, company.members().roles(company.organization()));
    stored.roles().clear();
    stored.roles().addAll(roles);
    return Outcome.done(stored.at(company.now()));
  }

  Outcome<Invitation> decline(String codeHash) {
    return onCode(
        codeHash,
        stored ->
            company
                .rules()
                .decline(stored.at(company.now()))
                .then(
                    fit ->
                        end(
                            stored,
                            InvitationState.DECLINED,
                            ActivityActor.system(),
                            ActivityKind.INVITATION_DECLINED)));
  }

  Outcome<Invitation> askForNew(String codeHash) {
    return onCode(
        codeHash,
        stored ->
            company
                .rules()
                .askForNew(stored.at(company.now()), stored.row().asked != null)
                .then(
                    fit -> {
                      stored.row().asked = company.now().toEpochMilli();
                      company.email().asked(stored.row());
                      company
                          .trail()
                          .invitation(
                              ActivityActor.system(),
                              ActivityKind.INVITATION_ASKED,
                              stored.row(),
                              null);
                      return Outcome.done(fit);
                    }));
  }

  private Outcome<Invitation> on(
      String id, Function<StoredInvitation, Outcome<Invitation>> change) {
    return on("id", id, change);
  }

  /** The code may have been replaced before the lock was there. */
  private Outcome<Invitation> onCode(
      String codeHash, Function<StoredInvitation, Outcome<Invitation>> change) {
    return on("codeHash", codeHash, change);
  }

  private Outcome<Invitation> on(
      String column, String value, Function<StoredInvitation, Outcome<Invitation>> change) {
    return company
        .invitations()
        .forChange(column, value, company.id())
        .map(change)
        .orElseGet(() -> Outcome.refused(InvitationRefusal.INVITATION_UNKNOWN));
  }

  private Outcome<Invitation> end(
      StoredInvitation stored, InvitationState state, ActivityActor actor, ActivityKind kind) {
    InvitationEntity row = stored.row();
    row.state = state;
    row.ended = company.now().toEpochMilli();
    row.version++;
    company.natives().remove(stored.nativeId());
    company.trail().invitation(actor, kind, row, null);
    return Outcome.done(stored.at(company.now()));
  }
}
