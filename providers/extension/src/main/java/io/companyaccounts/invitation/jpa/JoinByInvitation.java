// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.emaildomain.Verdict;
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
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.userprofile.UserProfileProvider;

/** Makes people members who redeem an invitation of one organization, each once. */
final class JoinByInvitation {

  private static final Logger LOG = Logger.getLogger(JoinByInvitation.class);
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
    AcceptInvitation rule = company.accepting(stored, seats).by(user.getId());
    Optional<Reason> obstacle = rule.obstacle().or(() -> rule.obstacle(user.getEmail(), blocked));
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    Verdict verdict = company.address(user);
    if (!member && !verdict.admits(rule.bringsExternal())) {
      return new Outcome.Refused<>(verdict.asRefusal().reason(), verdict.asRefusal().details());
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

  Joining joining(UserModel user) {
    StoredInvitation own = accepting;
    if (own != null) {
      return new Joining(true, rule(own, user).bringsExternal(), Optional.empty());
    }
    InvitedPersonFound found = InvitedPersonFound.of(company, user);
    StoredInvitation stored = found.stored();
    boolean external =
        stored != null && isWorth(stored, found, user) && rule(stored, user).bringsExternal();
    return new Joining(found.nativeId() != null, external, obstacle(found, user));
  }

  private AcceptInvitation rule(StoredInvitation stored, UserModel user) {
    return company.accepting(stored, Seats.UNLIMITED).by(user.getId());
  }

  /** Whether it gives its roles to whoever joins another way than by accepting it. */
  private boolean isWorth(StoredInvitation stored, InvitedPersonFound found, UserModel user) {
    boolean proven = found.registering() || user.isEmailVerified();
    return proven && rule(stored, user).obstacle().isEmpty();
  }

  /** Only who registers came for the invitation alone. */
  private Optional<Reason> obstacle(InvitedPersonFound found, UserModel user) {
    StoredInvitation stored = found.stored();
    if (found.over()) {
      return Optional.of(InvitationRefusal.WITHDRAWN);
    }
    return stored != null && found.registering() ? rule(stored, user).obstacle() : Optional.empty();
  }

  void joined(UserModel user) {
    StoredInvitation accepted = accepting;
    if (accepted != null) {
      redeem(accepted, user, true);
      return;
    }
    InvitedPersonFound found = InvitedPersonFound.of(company, user);
    StoredInvitation stored = found.stored();
    if (found.registering()) {
      company.members().keepAccount(company.organization(), user);
    }
    if (stored == null) {
      company.natives().remove(found.nativeId());
      return;
    }
    if (isWorth(stored, found, user)) {
      redeem(stored, user, found.registering());
    } else {
      end(stored, user, InvitationState.WITHDRAWN);
    }
  }

  private void redeem(StoredInvitation stored, UserModel user, boolean proven) {
    if (proven) {
      prove(user);
    }
    keepPhone(stored.row().phone, user);
    List<RoleAssignment> roles = rule(stored, user).roles();
    if (!company.address(user).isAccepted()) {
      mustBeExternal(
          company
              .members()
              .makeExternal(Actor.system(), company.organization(), user.getId(), roles));
    } else if (!roles.isEmpty()) {
      company
          .members()
          .changeRolesOfMany(Actor.system(), company.organization(), Map.of(user.getId(), roles))
          .values()
          .forEach(refused -> warn(stored, refused));
    }
    end(stored, user, InvitationState.ACCEPTED);
  }

  /** Else somebody from outside would be an ordinary member. */
  private void mustBeExternal(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      company.session().getTransactionManager().setRollbackOnly();
      throw new ModelValidationException(refused.reason().code());
    }
  }

  private static void warn(StoredInvitation stored, Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      LOG.warnf(
          "Invitation %s did not give its roles: %s", stored.row().id, refused.reason().code());
    }
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
    if (InvitedPersonFound.token(company) == null || !inProfile) {
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
