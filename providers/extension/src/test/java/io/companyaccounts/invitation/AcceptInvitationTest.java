// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitedCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Seats;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptInvitationTest {

  private static final Invitation OPEN = invitation(InvitationState.OPEN, GREETER);

  @Test
  void anOpenOneGivesItsRoles() {
    AcceptInvitation rule = rule(OPEN, actor(LEAD));
    assertThat(rule.obstacle()).isEmpty();
    assertThat(rule.obstacle("Vera@ACME.example", false)).isEmpty();
    assertThat(rule.roles()).isEqualTo(lasting(GREETER));
  }

  @ParameterizedTest
  @EnumSource(
      value = InvitationState.class,
      names = {"OPEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void anEndedOneGivesNothing(InvitationState state) {
    assertThat(rule(invitation(state), actor(LEAD)).obstacle())
        .contains(InvitationRefusal.valueOf(state.name()));
  }

  @Test
  void aSuspendedCompanyTakesNobodyIn() {
    assertThat(
            rules(false, ROLES)
                .accepting(OPEN, Optional.of(actor(LEAD)), NO_LIMIT, List.of())
                .obstacle())
        .contains(InvitationRefusal.SUSPENDED);
  }

  @Test
  void itIsWorthWhatItsInviterMayGiveNow() {
    assertThat(rule(invitation(InvitationState.OPEN, DIRECTOR), actor(LEAD)).obstacle())
        .contains(InvitationRefusal.INVITER_MAY_NOT);
    assertThat(rule(OPEN, actor(OPERATOR)).obstacle()).contains(InvitationRefusal.INVITER_MAY_NOT);
    assertThat(rule(OPEN, actor(GREETER)).obstacle()).contains(InvitationRefusal.INVITER_MAY_NOT);
    assertThat(rules().accepting(OPEN, Optional.empty(), NO_LIMIT, List.of()).obstacle())
        .contains(InvitationRefusal.INVITER_MAY_NOT);
    assertThat(rule(invitation(InvitationState.OPEN, DIRECTOR), Actor.system()).obstacle())
        .isEmpty();
  }

  @Test
  void aSeatIsNeededButNotThoseOfOtherInvitations() {
    assertThat(seats(new Seats(3, 2, 9)).obstacle()).isEmpty();
    assertThat(seats(new Seats(3, 3, 0)).obstacle()).contains(Refusal.NO_SEATS);
    assertThat(seats(new Seats(0, 0, 0)).obstacle()).contains(Refusal.NO_SEATS);
  }

  @Test
  void itsDomainMustStillBeLetIn() {
    assertThat(domains("acme.example").obstacle()).isEmpty();
    assertThat(domains("other.example", "me.example").obstacle())
        .contains(InvitationRefusal.DOMAIN_NOT_ALLOWED);
  }

  @Test
  void anotherAddressOrABlockedAccountCannotAccept() {
    AcceptInvitation rule = rule(OPEN, actor(LEAD));
    assertThat(rule.obstacle("eve@acme.example", false)).contains(InvitationRefusal.OTHER_ADDRESS);
    assertThat(rule.obstacle(null, false)).contains(InvitationRefusal.OTHER_ADDRESS);
    assertThat(rule.obstacle("vera@acme.example", true)).contains(InvitationRefusal.BLOCKED);
  }

  @Test
  void rolesThatAreGoneOrOverAreLeftOut() {
    RoleAssignment over = new RoleAssignment(OPERATOR.id(), null, NOW.minus(Duration.ofMinutes(1)));
    Invitation invitation = invitation(InvitationState.OPEN, GREETER, DIRECTOR);
    InvitationRules without = rules(true, new RoleCatalog(List.of(LEAD, GREETER, OPERATOR)));
    AcceptInvitation rule =
        without.accepting(invitation, Optional.of(actor(LEAD)), NO_LIMIT, List.of());

    assertThat(rule.obstacle()).isEmpty();
    assertThat(rule.roles()).isEqualTo(lasting(GREETER));
    assertThat(without.alive(List.of(over))).isEmpty();
  }

  private static AcceptInvitation rule(Invitation invitation, Actor inviter) {
    return rules().accepting(invitation, Optional.of(inviter), NO_LIMIT, List.of());
  }

  private static AcceptInvitation seats(Seats seats) {
    return rules().accepting(OPEN, Optional.of(actor(LEAD)), seats, List.of());
  }

  private static AcceptInvitation domains(String... domains) {
    return rules().accepting(OPEN, Optional.of(actor(LEAD)), NO_LIMIT, List.of(domains));
  }
}
