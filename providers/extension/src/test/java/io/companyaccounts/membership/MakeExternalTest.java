// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.activity.ActivityActor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MakeExternalTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final CompanyRole DIRECTOR = role("director", 90, false, false);
  private static final CompanyRole PURCHASER = role("purchaser", 50, true, false);
  private static final CompanyRole DRAUGHTSMAN = role("draughtsman", 10, false, true);
  private static final RoleCatalog ROLES =
      new RoleCatalog(List.of(DIRECTOR, PURCHASER, DRAUGHTSMAN));
  private static final MembershipRules RULES =
      new MembershipRules(ROLES, new PermissionCatalog(List.of()), RankRule.UP_TO, NOW);
  private static final Actor SERVER = Actor.system();

  private static CompanyRole role(String name, int rank, boolean byDefault, boolean external) {
    return new CompanyRole(
        name,
        CompanyRole.Kind.PREDEFINED,
        name,
        Map.of(),
        null,
        rank,
        true,
        byDefault,
        external,
        Set.of(new Permission("shop", name)),
        Set.of(new Permission("shop", name)),
        Set.of(new Permission("shop", name)),
        0);
  }

  private static Standing member(boolean owner, AddressNotes notes, CompanyRole... roles) {
    return Standing.of(
        "acme", "ida", MemberState.ACTIVE, owner, assignments(roles), notes, 1, ROLES, NOW);
  }

  private static List<RoleAssignment> assignments(CompanyRole... roles) {
    return List.of(roles).stream().map(role -> RoleAssignment.lasting(role.id())).toList();
  }

  private static @Nullable Reason refusal(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.reason() : null;
  }

  @Test
  void anExternalHoldsNothingButRolesForExternals() {
    Standing external = member(false, AddressNotes.EXTERNAL, PURCHASER, DRAUGHTSMAN);

    assertThat(external.roles()).containsExactly(DRAUGHTSMAN);
    assertThat(external.rank()).isEqualTo(10);
    assertThat(external.lastingRank()).isEqualTo(10);
  }

  @Test
  void theDefaultRoleIsNotForExternalsUnlessItIsMarked() {
    assertThat(member(false, AddressNotes.EXTERNAL).roles()).isEmpty();
    assertThat(member(false, AddressNotes.NONE).roles()).containsExactly(PURCHASER);
  }

  @Test
  void nobodyGivesAnExternalAnotherRole() {
    Standing external = member(false, AddressNotes.EXTERNAL, DRAUGHTSMAN);

    assertThat(
            refusal(
                RULES.changeRoles(
                    SERVER, external, assignments(DRAUGHTSMAN, PURCHASER), () -> true)))
        .isEqualTo(Refusal.ROLE_NOT_FOR_EXTERNALS);
    assertThat(refusal(RULES.changeRoles(SERVER, external, assignments(DRAUGHTSMAN), () -> true)))
        .isNull();
  }

  @Test
  void aMemberBecomesExternalWithRolesForExternalsAlone() {
    Standing member = member(false, AddressNotes.NONE, PURCHASER);

    assertThat(refusal(RULES.makeExternal(SERVER, member, assignments(PURCHASER), () -> true)))
        .isEqualTo(Refusal.ROLE_NOT_FOR_EXTERNALS);
    assertThat(refusal(RULES.makeExternal(SERVER, member, assignments(DRAUGHTSMAN), () -> true)))
        .isNull();
  }

  @Test
  void theOwnerIsNoExternal() {
    assertThat(
            refusal(
                RULES.makeExternal(
                    SERVER,
                    member(true, AddressNotes.NONE, DIRECTOR),
                    assignments(DRAUGHTSMAN),
                    () -> true)))
        .isEqualTo(Refusal.OWNER_PROTECTED);
    assertThat(refusal(RULES.nameOwner(SERVER, member(false, AddressNotes.EXTERNAL, DRAUGHTSMAN))))
        .isEqualTo(Refusal.MEMBER_EXTERNAL);
  }

  @Test
  void whoeverIsBelowTheDefaultRoleDoesNotLetItCount() {
    Actor low =
        new Actor(
            Actor.Kind.MEMBER,
            "udo",
            20,
            20,
            false,
            Set.of(Permission.ROLES_ASSIGN),
            Limits.NONE,
            ActivityActor.system());

    assertThat(refusal(RULES.makeOrdinary(low, member(false, AddressNotes.EXTERNAL))))
        .isEqualTo(Refusal.ROLE_ABOVE_RANK);
    assertThat(refusal(RULES.makeOrdinary(low, member(false, AddressNotes.EXTERNAL, DRAUGHTSMAN))))
        .isNull();
    assertThat(refusal(RULES.makeOrdinary(SERVER, member(false, AddressNotes.EXTERNAL)))).isNull();
  }

  @Test
  void whoeverIsLimitedLetsNothingCountThatGoesBeyond() {
    Actor limited = limited(new Permission("shop", "director"));
    Standing former = member(false, AddressNotes.EXTERNAL, DRAUGHTSMAN, DIRECTOR);

    assertThat(refusal(RULES.makeOrdinary(limited, former))).isEqualTo(Refusal.LIMIT_ABOVE_OWN);
    assertThat(
            refusal(RULES.makeOrdinary(limited, member(false, AddressNotes.EXTERNAL, DRAUGHTSMAN))))
        .isNull();
    assertThat(
            refusal(
                RULES.makeOrdinary(
                    limited(new Permission("shop", "purchaser")),
                    member(false, AddressNotes.EXTERNAL))))
        .isEqualTo(Refusal.LIMIT_ABOVE_OWN);
    assertThat(refusal(RULES.makeOrdinary(SERVER, former))).isNull();
  }

  private static Actor limited(Permission permission) {
    return new Actor(
        Actor.Kind.MEMBER,
        "udo",
        100,
        100,
        false,
        Set.of(Permission.ROLES_ASSIGN),
        new Limits(Map.of(permission, 5000L), Set.of(permission)),
        ActivityActor.system());
  }
}
