// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InviteMemberTest.reason;
import static io.companyaccounts.invitation.InvitedCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Seats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sending again, withdrawing, changing, declining, and asking for a new one. */
class ManageInvitationTest {

  private static final Actor LEADER = actor(LEAD);
  private static final Known MEMBER = new Known(Set.of("vera@acme.example"), Set.of(), Set.of());
  private static final Known INVITED = new Known(Set.of(), Set.of("vera@acme.example"), Set.of());
  private static final Seats FULL = new Seats(3, 2, 1);

  @ParameterizedTest
  @EnumSource(
      value = InvitationState.class,
      names = {"ACCEPTED", "DECLINED", "WITHDRAWN"})
  void whatHasEndedStaysAsItIs(InvitationState state) {
    Invitation ended = invitation(state);
    InvitationRefusal expected = InvitationRefusal.valueOf(state.name());
    assertThat(reason(resend(LEADER, ended))).isEqualTo(expected);
    assertThat(reason(rules().withdraw(LEADER, ended))).isEqualTo(expected);
    assertThat(reason(rules().changeRoles(LEADER, ended, List.of()))).isEqualTo(expected);
    assertThat(reason(rules().decline(ended))).isEqualTo(expected);
    assertThat(reason(rules().askForNew(ended, false))).isEqualTo(expected);
  }

  @Test
  void whoMayNotInviteManagesNothing() {
    Actor nobody = actor(OPERATOR);
    Invitation ended = invitation(InvitationState.WITHDRAWN);
    assertThat(reason(resend(nobody, ended))).isEqualTo(Refusal.NOT_PERMITTED);
    assertThat(reason(rules().withdraw(nobody, ended))).isEqualTo(Refusal.NOT_PERMITTED);
    assertThat(reason(rules().changeRoles(nobody, ended, List.of())))
        .isEqualTo(Refusal.NOT_PERMITTED);
  }

  @Test
  void nobodyManagesWhatIsAboveTheOwnRank() {
    Invitation high = invitation(InvitationState.OPEN, DIRECTOR);
    Outcome<Object> expected = Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "director");
    assertThat(resend(LEADER, high)).isEqualTo(expected);
    assertThat(rules().withdraw(LEADER, high)).isEqualTo(expected);
    assertThat(rules().changeRoles(LEADER, high, lasting(OPERATOR))).isEqualTo(expected);
    assertThat(rules().withdraw(actor(DIRECTOR), high)).isEqualTo(Outcome.done(high));
  }

  @Nested
  class Resend {

    @Test
    void openAndExpiredOnesAreSentAgainWithANewValidity() {
      for (InvitationState state : List.of(InvitationState.OPEN, InvitationState.EXPIRED)) {
        assertThat(resend(LEADER, invitation(state, GREETER)))
            .isEqualTo(Outcome.done(NOW.plus(Duration.ofDays(7))));
      }
      assertThat(
              rules()
                  .resend(
                      LEADER, invitation(InvitationState.OPEN), 3, NO_LIMIT, NOTHING_SENT, NOBODY))
          .isEqualTo(Outcome.done(NOW.plus(Duration.ofDays(3))));
    }

    @Test
    void theValidityHasItsLimits() {
      assertThat(
              reason(
                  rules()
                      .resend(
                          LEADER,
                          invitation(InvitationState.OPEN),
                          31,
                          NO_LIMIT,
                          NOTHING_SENT,
                          NOBODY)))
          .isEqualTo(InvitationRefusal.VALIDITY_INVALID);
    }

    @Test
    void aSuspendedCompanySendsNothing() {
      assertThat(
              reason(
                  rules(false, ROLES)
                      .resend(
                          LEADER,
                          invitation(InvitationState.OPEN),
                          null,
                          NO_LIMIT,
                          NOTHING_SENT,
                          NOBODY)))
          .isEqualTo(InvitationRefusal.SUSPENDED);
    }

    @Test
    void whoNeedsNoneAnyMoreGetsNone() {
      Invitation expired = invitation(InvitationState.EXPIRED);
      assertThat(reason(resend(expired, NO_LIMIT, NOTHING_SENT, MEMBER)))
          .isEqualTo(InvitationRefusal.ALREADY_MEMBER);
      assertThat(reason(resend(expired, NO_LIMIT, NOTHING_SENT, INVITED)))
          .isEqualTo(InvitationRefusal.ALREADY_INVITED);
      assertThat(resend(invitation(InvitationState.OPEN), NO_LIMIT, NOTHING_SENT, INVITED))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void onlyAnExpiredOneNeedsASeat() {
      assertThat(reason(resend(invitation(InvitationState.EXPIRED), FULL, NOTHING_SENT, NOBODY)))
          .isEqualTo(Refusal.NO_SEATS);
      assertThat(resend(invitation(InvitationState.OPEN), FULL, NOTHING_SENT, INVITED))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void thereIsAnEndToSendingAgain() {
      assertThat(reason(resend(LEADER, invitation(InvitationState.OPEN, 2))))
          .isEqualTo(InvitationRefusal.TOO_MANY_RESENDS);
      assertThat(
              reason(resend(invitation(InvitationState.OPEN), NO_LIMIT, new Sent(100, 0), NOBODY)))
          .isEqualTo(InvitationRefusal.TOO_MANY_INVITATIONS);
    }

    @Test
    void rolesThatAreGoneDoNotHinder() {
      Invitation invitation = invitation(InvitationState.OPEN, DIRECTOR);
      InvitationRules without = rules(true, new RoleCatalog(List.of(LEAD, OPERATOR)));
      assertThat(without.resend(LEADER, invitation, null, NO_LIMIT, NOTHING_SENT, NOBODY))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Nested
  class Change {

    @Test
    void rolesWithinReachReplaceTheOthers() {
      assertThat(
              rules()
                  .changeRoles(
                      LEADER, invitation(InvitationState.OPEN, GREETER), lasting(LEAD, OPERATOR)))
          .isEqualTo(Outcome.done(lasting(LEAD, OPERATOR)));
    }

    @Test
    void rolesAboveTheRankAreRefused() {
      assertThat(rules().changeRoles(LEADER, invitation(InvitationState.OPEN), lasting(DIRECTOR)))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "director"));
    }

    @Test
    void onlyAnOpenOneOfATakingPartCompanyChanges() {
      assertThat(
              reason(rules().changeRoles(LEADER, invitation(InvitationState.EXPIRED), List.of())))
          .isEqualTo(InvitationRefusal.EXPIRED);
      assertThat(
              reason(
                  rules(false, ROLES)
                      .changeRoles(LEADER, invitation(InvitationState.OPEN), List.of())))
          .isEqualTo(InvitationRefusal.SUSPENDED);
    }
  }

  @Test
  void anExpiredOneCanBeWithdrawnButNotDeclined() {
    Invitation expired = invitation(InvitationState.EXPIRED);
    assertThat(rules().withdraw(LEADER, expired)).isEqualTo(Outcome.done(expired));
    assertThat(reason(rules().decline(expired))).isEqualTo(InvitationRefusal.EXPIRED);
    Invitation open = invitation(InvitationState.OPEN);
    assertThat(rules().decline(open)).isEqualTo(Outcome.done(open));
  }

  @Test
  void aNewOneIsAskedForOnceWhenTheOldHasExpired() {
    Invitation expired = invitation(InvitationState.EXPIRED);
    assertThat(rules().askForNew(expired, false)).isEqualTo(Outcome.done(expired));
    assertThat(reason(rules().askForNew(expired, true))).isEqualTo(InvitationRefusal.ASKED_ALREADY);
    assertThat(reason(rules().askForNew(invitation(InvitationState.OPEN), false)))
        .isEqualTo(InvitationRefusal.STILL_OPEN);
    assertThat(reason(rules(false, ROLES).askForNew(expired, false)))
        .isEqualTo(InvitationRefusal.SUSPENDED);
  }

  @Test
  void settingsNeedTheirPermissionVersionAndLimits() {
    OrganizationInvitationSettings none = OrganizationInvitationSettings.NONE;
    OrganizationInvitationSettings wanted = settings(30);
    assertThat(rules().changeSettings(LEADER, wanted, none, null))
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:settings.manage"));
    assertThat(rules().changeSettings(Actor.system(), wanted, none, 0))
        .isEqualTo(Outcome.done(wanted));
    assertThat(reason(rules().changeSettings(Actor.system(), wanted, none, 1)))
        .isEqualTo(InvitationRefusal.VERSION_CONFLICT);
    assertThat(reason(rules().changeSettings(Actor.system(), settings(31), none, null)))
        .isEqualTo(InvitationRefusal.VALIDITY_INVALID);
    assertThat(rules().changeSettings(Actor.system(), settings(null), none, null))
        .isInstanceOf(Outcome.Done.class);
  }

  private static OrganizationInvitationSettings settings(@Nullable Integer days) {
    return new OrganizationInvitationSettings(days, true, 0);
  }

  private static Outcome<Instant> resend(Actor actor, Invitation invitation) {
    return rules().resend(actor, invitation, null, NO_LIMIT, NOTHING_SENT, NOBODY);
  }

  private static Outcome<Instant> resend(
      Invitation invitation, Seats seats, Sent sent, Known known) {
    return rules().resend(LEADER, invitation, null, seats, sent, known);
  }
}
