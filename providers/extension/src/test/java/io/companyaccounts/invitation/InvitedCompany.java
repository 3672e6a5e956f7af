// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.invitation.InvitationRules.Fit;
import io.companyaccounts.invitation.InvitationRules.Known;
import io.companyaccounts.invitation.InvitationRules.Sent;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipRules;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.PermissionCatalog;
import io.companyaccounts.membership.RankRule;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.membership.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A company that invites, as the tests of the rules need it. */
final class InvitedCompany {

  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Seats NO_LIMIT = Seats.UNLIMITED;
  static final Sent NOTHING_SENT = new Sent(0, 0);
  static final Known NOBODY = new Known(Set.of(), Set.of(), Set.of());

  static final CompanyRole DIRECTOR =
      role(
          "director",
          90,
          false,
          Permission.MEMBERS_VIEW,
          Permission.MEMBERS_INVITE,
          Permission.ROLES_ASSIGN);
  static final CompanyRole LEAD =
      role(
          "lead",
          50,
          false,
          Permission.MEMBERS_VIEW,
          Permission.MEMBERS_INVITE,
          Permission.ROLES_ASSIGN);

  /** May invite, but neither choose roles nor see members. */
  static final CompanyRole GREETER = role("greeter", 30, false, Permission.MEMBERS_INVITE);

  static final CompanyRole OPERATOR = role("operator", 10, true);
  static final RoleCatalog ROLES = new RoleCatalog(List.of(DIRECTOR, LEAD, GREETER, OPERATOR));

  private InvitedCompany() {}

  private static CompanyRole role(
      String name, int rank, boolean byDefault, Permission... permissions) {
    return new CompanyRole(
        "id-" + name,
        CompanyRole.Kind.PREDEFINED,
        name,
        Map.of(),
        null,
        rank,
        true,
        byDefault,
        Set.of(permissions),
        Set.of(permissions),
        0);
  }

  static Actor actor(CompanyRole role) {
    Standing standing =
        Standing.of(
            "org",
            "boss",
            MemberState.ACTIVE,
            false,
            List.of(RoleAssignment.lasting(role.id())),
            1,
            ROLES,
            NOW);
    return Actor.member(standing, ActivityActor.system());
  }

  static InvitationRules rules() {
    return rules(true, ROLES);
  }

  static InvitationRules rules(boolean enabled, RoleCatalog roles) {
    return rules(enabled, roles, candidate -> Verdict.accepted());
  }

  /** With what is said of addresses. */
  static InvitationRules rules(
      boolean enabled, RoleCatalog roles, Function<Candidate, Verdict> addresses) {
    return new InvitationRules(
        new MembershipRules(roles, new PermissionCatalog(List.of()), RankRule.UP_TO, NOW),
        new InvitationSettings(7, 100, 10, 2, null),
        7,
        Set.of("en", "de"),
        addresses,
        enabled);
  }

  static List<RoleAssignment> lasting(CompanyRole... roles) {
    return Arrays.stream(roles).map(role -> RoleAssignment.lasting(role.id())).toList();
  }

  static InvitationDraft draft(@Nullable String email, CompanyRole... roles) {
    return new InvitationDraft(email, null, null, null, lasting(roles), null, null, null);
  }

  static Outcome<Fit> invite(Actor actor, InvitationDraft draft) {
    return rules().invite(actor, List.of(draft), NO_LIMIT, NOTHING_SENT, NOBODY).get(0);
  }

  static Invitation invitation(InvitationState state, CompanyRole... roles) {
    return invitation(state, 0, roles);
  }

  static Invitation invitation(InvitationState state, int resends, CompanyRole... roles) {
    return new Invitation(
        "id",
        "org",
        new InvitedPerson("vera@acme.example", null, null, null),
        lasting(roles),
        null,
        null,
        state,
        NOW,
        NOW,
        NOW.plus(Duration.ofDays(7)),
        null,
        new Invitation.Inviter(Actor.Kind.MEMBER, "boss", "Boss"),
        null,
        null,
        null,
        resends,
        null,
        1);
  }
}
