// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.invitation.AcceptInvitation;
import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.invitation.Joining;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.membership.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.userprofile.UserProfileProvider;

/** Makes people members who redeem an invitation of one organization, each once. */
final class JoinByInvitation {

  private static final String PHONE = "phoneNumber";

  private final Company company;

  /** The invitation that is being accepted in this session. */
  private @Nullable StoredInvitation accepting;

  JoinByInvitation(Company company) {
    this.company = company;
  }

  /** Who accepts with the code has proven the address. */
  Outcome<Invitation> accept(StoredInvitation seen, UserModel user) {
    company.members().lock(company.organization());
    StoredInvitation stored =
        company.invitations().forChange("codeHash", seen.row().codeHash, company.id()).orElse(null);
    if (stored == null) {
      return Outcome.refused(InvitationRefusal.INVITATION_UNKNOWN);
    }
    Optional<Standing> standing = company.members().standing(company.organization(), user.getId());
    boolean blocked = standing.filter(s -> s.state() == MemberState.BLOCKED).isPresent();
    boolean member = standing.isPresent() && !blocked;
    Seats seats = member ? Seats.UNLIMITED : company.members().lockedSeats(company.organization());
    AcceptInvitation rule = rule(stored, seats);
    Optional<Reason> obstacle = rule.obstacle().or(() -> rule.obstacle(user.getEmail(), blocked));
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    if (member) {
      prove(user);
      end(stored, user, InvitationState.ACCEPTED);
    } else {
      accepting = stored;
      company
          .session()
          .getProvider(OrganizationProvider.class)
          .addMember(company.organization(), user);
      accepting = null;
    }
    tellKeycloak(user);
    return Outcome.done(stored.at(company.now()));
  }

  /** Keycloak sends this event itself when somebody registers. */
  private void tellKeycloak(UserModel user) {
    new EventBuilder(
            company.realm(), company.session(), company.session().getContext().getConnection())
        .event(EventType.INVITE_ORG)
        .client(company.session().getContext().getClient())
        .user(user)
        .detail(Details.USERNAME, user.getUsername())
        .detail(Details.ORG_ID, company.id())
        .success();
  }

  AcceptInvitation rule(StoredInvitation stored, Seats seats) {
    InvitationEntity row = stored.row();
    return company
        .rules()
        .accepting(
            stored.at(company.now()),
            company.vouching(row.inviterKind, row.inviterId),
            seats,
            domains(row));
  }

  /** Where the link lets people in from now, if the invitation came from one that is left. */
  private List<String> domains(InvitationEntity row) {
    return row.linkId == null
        ? List.of()
        : company
            .links()
            .read(row.orgId, row.linkId)
            .map(link -> InviteLinks.domains(link.row()))
            .orElse(List.of());
  }

  Joining joining(UserModel user) {
    if (accepting != null) {
      return new Joining(true, Optional.empty());
    }
    Found found = find(user);
    return new Joining(found.nativeId() != null, obstacle(found));
  }

  /** Only who registers came for the invitation alone. */
  private Optional<Reason> obstacle(Found found) {
    StoredInvitation stored = found.stored();
    if (found.over()) {
      return Optional.of(InvitationRefusal.WITHDRAWN);
    }
    return stored != null && found.registering()
        ? rule(stored, Seats.UNLIMITED).obstacle()
        : Optional.empty();
  }

  void joined(UserModel user) {
    StoredInvitation accepted = accepting;
    if (accepted != null) {
      redeem(accepted, user, true);
      return;
    }
    Found found = find(user);
    StoredInvitation stored = found.stored();
    if (found.registering()) {
      company.members().keepAccount(company.organization(), user);
    }
    if (stored == null) {
      company.natives().remove(found.nativeId());
      return;
    }
    boolean proven = found.registering() || user.isEmailVerified();
    if (proven && rule(stored, Seats.UNLIMITED).obstacle().isEmpty()) {
      redeem(stored, user, found.registering());
    } else {
      end(stored, user, InvitationState.WITHDRAWN);
    }
  }

  /**
   * What there is for the address of a person who joins.
   *
   * @param stored ours, under the lock; null if there is none
   * @param nativeId Keycloak's
   * @param registering whether the person registers with the key of an invitation
   * @param over whether that invitation has ended since the page was shown
   */
  private record Found(
      @Nullable StoredInvitation stored,
      @Nullable String nativeId,
      boolean registering,
      boolean over) {}

  private Found find(UserModel user) {
    InviteOrgActionToken token = token();
    if (token != null) {
      company.members().lock(company.organization());
    }
    String email = user.getEmail();
    JpaInvitations.Reserved reserved =
        email == null ? null : reserved(email.toLowerCase(Locale.ROOT));
    if (reserved == null) {
      return new Found(null, null, token != null, token != null);
    }
    boolean over = token != null && !reserved.nativeId().equals(token.getId());
    if (reserved.id() == null || over) {
      return new Found(null, reserved.nativeId(), token != null, over);
    }
    company.members().lock(company.organization());
    return company
        .invitations()
        .forChange("id", reserved.id(), company.id())
        .filter(stored -> stored.stateAt(company.now()) == InvitationState.OPEN)
        .map(stored -> new Found(stored, stored.nativeId(), token != null, false))
        .orElseGet(() -> new Found(null, null, token != null, token != null));
  }

  private JpaInvitations.@Nullable Reserved reserved(String email) {
    return company.invitations().reserved(company.id(), email, company.now()).orElse(null);
  }

  /** Keycloak notes it while it checks a registration. */
  private @Nullable InviteOrgActionToken token() {
    return company.session().getAttribute(InviteOrgActionToken.class.getName())
                instanceof InviteOrgActionToken token
            && company.id().equals(token.getOrgId())
        ? token
        : null;
  }

  private void redeem(StoredInvitation stored, UserModel user, boolean proven) {
    if (proven) {
      prove(user);
    }
    List<RoleAssignment> roles = rule(stored, Seats.UNLIMITED).roles();
    if (!roles.isEmpty()) {
      company
          .members()
          .changeRoles(Actor.system(), company.organization(), user.getId(), roles, null);
    }
    keepPhone(stored.row().phone, user);
    end(stored, user, InvitationState.ACCEPTED);
  }

  private static void prove(UserModel user) {
    user.setEmailVerified(true);
    user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
  }

  /** Never over what an account has; the profile of an account that was there stays as it is. */
  private void keepPhone(@Nullable String phone, UserModel user) {
    if (phone == null) {
      return;
    }
    boolean inProfile =
        company
                .session()
                .getProvider(UserProfileProvider.class)
                .getConfiguration()
                .getAttribute(PHONE)
            != null;
    if (token() == null || !inProfile) {
      company.members().notePhone(company.organization(), user, phone);
    } else if (user.getFirstAttribute(PHONE) == null) {
      user.setSingleAttribute(PHONE, phone);
    }
  }

  private void end(StoredInvitation stored, UserModel user, InvitationState state) {
    InvitationEntity row = stored.row();
    boolean accepted = state == InvitationState.ACCEPTED;
    row.state = state;
    row.ended = company.now().toEpochMilli();
    row.version++;
    row.acceptedBy = accepted ? user.getId() : null;
    company.natives().remove(stored.nativeId());
    ActivityActor actor =
        accepted
            ? ActivityActor.member(
                company.session(),
                company.realm(),
                user,
                company.session().getContext().getClient())
            : ActivityActor.system();
    company
        .trail()
        .invitation(
            actor,
            accepted ? ActivityKind.INVITATION_ACCEPTED : ActivityKind.INVITATION_WITHDRAWN,
            row,
            user.getId());
    if (accepted) {
      company.email().accepted(row, user);
    }
  }
}
