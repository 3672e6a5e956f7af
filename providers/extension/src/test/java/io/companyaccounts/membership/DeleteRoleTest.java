// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.membership.MembershipRules.Holders;
import io.companyaccounts.membership.MembershipRules.Move;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeleteRoleTest {

  private static final Actor ADMIN = actor(ADMINISTRATOR);

  private static Holders heldBy(Standing... members) {
    return new Holders(members.length, "Ida Ix, Udo Ypsilon", () -> List.of(members));
  }

  private static Outcome<List<Move>> delete(
      Actor actor, CompanyRole role, Holders holders, @Nullable String moveTo) {
    return delete(actor, role, holders, moveTo, MUST_NOT_BE_ASKED);
  }

  private static Outcome<List<Move>> delete(
      Actor actor,
      CompanyRole role,
      Holders holders,
      @Nullable String moveTo,
      BooleanSupplier othersManage) {
    return new MembershipRules(ROLES, PERMISSIONS, RankRule.UP_TO, NOW)
        .deleteRole(actor, role, holders, moveTo, othersManage);
  }

  private static Outcome<List<Move>> moved(Standing member, RoleAssignment... after) {
    return Outcome.done(List.of(new Move(member, List.of(after))));
  }

  @Test
  void aRoleThatNobodyHoldsIsDeleted() {
    assertThat(delete(ADMIN, WEEKEND, heldBy(), null)).isEqualTo(Outcome.done(List.of()));
    assertThat(delete(ADMIN, FOREMAN, heldBy(), null)).isEqualTo(Outcome.done(List.of()));
    assertThat(delete(ADMIN, WEEKEND, heldBy(), "operator")).isEqualTo(Outcome.done(List.of()));
  }

  @Test
  void whoMayNotDefineRolesIsRefused() {
    assertThat(delete(actor(TEAM_LEAD), WEEKEND, heldBy(), null))
        .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:roles.define"));
  }

  @Test
  void theVendorsRolesStay() {
    assertThat(delete(realmAdmin(), OPERATOR, heldBy(), null))
        .isEqualTo(Outcome.refused(Refusal.ROLE_PREDEFINED, "role", "operator"));
  }

  @Test
  void aRoleAboveTheOwnRankStays() {
    Actor middle = actor(custom("middle", 50, Permission.ROLES_DEFINE));
    assertThat(delete(middle, FOREMAN, heldBy(), null))
        .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "foreman"));
  }

  @Test
  void aRoleThatIsHeldTellsByWhom() {
    assertThat(delete(ADMIN, WEEKEND, heldBy(member("ida", WEEKEND), member("udo", WEEKEND)), null))
        .isEqualTo(
            new Outcome.Refused<>(
                Refusal.ROLE_HELD, Map.of("count", "2", "holders", "Ida Ix, Udo Ypsilon")));
  }

  @Nested
  class WhoHoldsIt {

    @Test
    void getsTheOtherRoleByIdOrName() {
      Standing ida = member("ida", WEEKEND, TECHNICIAN);
      RoleAssignment technician = RoleAssignment.lasting(TECHNICIAN.id());
      RoleAssignment operator = RoleAssignment.lasting(OPERATOR.id());
      assertThat(delete(ADMIN, WEEKEND, heldBy(ida), OPERATOR.id()))
          .isEqualTo(moved(ida, technician, operator));
      assertThat(delete(ADMIN, WEEKEND, heldBy(ida), "Operator"))
          .isEqualTo(moved(ida, technician, operator));
    }

    @Test
    void hasItForTheSamePeriod() {
      RoleAssignment lent = new RoleAssignment(WEEKEND.id(), TOMORROW, NEXT_WEEK);
      Standing ida = member("ida", List.of(lent));
      assertThat(delete(ADMIN, WEEKEND, heldBy(ida), "operator"))
          .isEqualTo(moved(ida, new RoleAssignment(OPERATOR.id(), TOMORROW, NEXT_WEEK)));
    }

    @Test
    void whoHasTheOtherRoleTooHasItAsLongAsEither() {
      Instant before = YESTERDAY;
      Standing ida =
          member(
              "ida",
              List.of(new RoleAssignment(WEEKEND.id(), before, null), until(OPERATOR, NEXT_WEEK)));
      Standing udo =
          member(
              "udo",
              List.of(
                  new RoleAssignment(WEEKEND.id(), before, TOMORROW),
                  new RoleAssignment(OPERATOR.id(), NOW, NEXT_WEEK)));
      assertThat(delete(ADMIN, WEEKEND, heldBy(ida), "operator"))
          .isEqualTo(moved(ida, RoleAssignment.lasting(OPERATOR.id())));
      assertThat(delete(ADMIN, WEEKEND, heldBy(udo), "operator"))
          .isEqualTo(moved(udo, new RoleAssignment(OPERATOR.id(), before, NEXT_WEEK)));
    }

    @Test
    void getsNothingForAPeriodThatIsOver() {
      Standing ida = member("ida", List.of(until(WEEKEND, YESTERDAY)));
      Standing udo = member("udo", List.of(until(WEEKEND, YESTERDAY), from(OPERATOR, TOMORROW)));
      assertThat(delete(ADMIN, WEEKEND, heldBy(ida), "operator")).isEqualTo(moved(ida));
      assertThat(delete(ADMIN, WEEKEND, heldBy(udo), "operator"))
          .isEqualTo(moved(udo, from(OPERATOR, TOMORROW)));
    }
  }

  @Nested
  class TheOtherRole {

    private final Holders ida = heldBy(member("ida", WEEKEND));

    @Test
    void existsAndIsAnotherOne() {
      for (String unknown : List.of("nonsense", WEEKEND.id(), "WEEKEND", "")) {
        assertThat(delete(ADMIN, WEEKEND, ida, unknown))
            .isEqualTo(Outcome.refused(Refusal.UNKNOWN_ROLE_WANTED, "role", unknown));
      }
    }

    @Test
    void isOneThatTheActorMayGive() {
      assertThat(delete(ADMIN, WEEKEND, ida, "auditor"))
          .isEqualTo(Outcome.refused(Refusal.ROLE_NOT_ASSIGNABLE, "role", "auditor"));
      assertThat(delete(ADMIN, WEEKEND, ida, "director"))
          .isEqualTo(Outcome.refused(Refusal.ROLE_ABOVE_RANK, "role", "director"));
      assertThat(delete(realmAdmin(), WEEKEND, ida, "auditor")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isNotOneThatTheActorReachesOnlyForATime() {
      Standing deputy = member("boss", and(lasting(WEEKEND), until(ADMINISTRATOR, NEXT_WEEK)));
      assertThat(delete(actor(deputy), WEEKEND, heldBy(deputy), "administrator"))
          .isEqualTo(Outcome.refused(Refusal.RANK_ONLY_LENT, "role", "administrator"));
    }
  }

  @Nested
  class ALimit {

    private final CompanyRole night = custom("night", 50, ORDER_PLACE);
    private final RoleCatalog roles = catalog(DIRECTOR, PURCHASER, OPERATOR, TECHNICIAN, night);
    private final Actor limited = actor(member("boss", List.of(upTo(DIRECTOR, 5000))));

    private Outcome<List<Move>> delete(Actor actor, String moveTo, RoleAssignment... held) {
      return new MembershipRules(roles, PERMISSIONS, RankRule.UP_TO, NOW)
          .deleteRole(actor, night, heldBy(holder(held)), moveTo, MUST_NOT_BE_ASKED);
    }

    private Standing holder(RoleAssignment... held) {
      return Standing.of("acme", "ida", MemberState.ACTIVE, false, List.of(held), 1, roles, NOW);
    }

    private Outcome<List<Move>> moved(RoleAssignment after, RoleAssignment... before) {
      return DeleteRoleTest.moved(holder(before), after);
    }

    @Test
    void goesAlong() {
      assertThat(delete(theOwner(), "purchaser", upTo(night, 300)))
          .isEqualTo(moved(upTo(PURCHASER, 300), upTo(night, 300)));
    }

    @Test
    void isLeftBehindWhereItWouldMeanNothing() {
      assertThat(delete(theOwner(), "operator", upTo(night, 300)))
          .isEqualTo(moved(RoleAssignment.lasting(OPERATOR.id()), upTo(night, 300)));
    }

    @Test
    void isTheLargerOneWhereBothRolesAreHeld() {
      RoleAssignment[] held = {upTo(night, 300), upTo(PURCHASER, 200)};
      assertThat(delete(theOwner(), "purchaser", held))
          .isEqualTo(moved(upTo(PURCHASER, 300), held));
      RoleAssignment[] full = {upTo(night, 300), RoleAssignment.lasting(PURCHASER.id())};
      assertThat(delete(theOwner(), "purchaser", full))
          .isEqualTo(moved(RoleAssignment.lasting(PURCHASER.id()), full));
    }

    @Test
    void staysWhereTheDeletedRoleHadNothingToDoWithIt() {
      Standing ida =
          member("ida", List.of(upTo(PURCHASER, 200), RoleAssignment.lasting(WEEKEND.id())));
      assertThat(DeleteRoleTest.delete(theOwner(), WEEKEND, heldBy(ida), "purchaser"))
          .isEqualTo(DeleteRoleTest.moved(ida, upTo(PURCHASER, 200)));
    }

    @Test
    void bindsWhoMovesPeopleToAnotherRole() {
      assertThat(delete(limited, "purchaser", upTo(night, 5000))).isInstanceOf(Outcome.Done.class);
      for (RoleAssignment more : List.of(upTo(night, 5001), RoleAssignment.lasting(night.id()))) {
        assertThat(refusal(delete(limited, "purchaser", more))).isEqualTo(Refusal.LIMIT_ABOVE_OWN);
      }
      assertThat(
              refusal(
                  DeleteRoleTest.delete(
                      limited, WEEKEND, heldBy(member("ida", WEEKEND)), "purchaser")))
          .isEqualTo(Refusal.LIMIT_ABOVE_OWN);
    }

    @Test
    void isNotShakenOffByDeletingTheRole() {
      CompanyRole own = custom("own", 90, ORDER_PLACE, Permission.ROLES_DEFINE);
      RoleCatalog all = catalog(own, OPERATOR);
      Standing boss =
          Standing.of(
              "acme", "boss", MemberState.ACTIVE, false, List.of(upTo(own, 100)), 1, all, NOW);
      assertThat(
              refusal(
                  new MembershipRules(all, PERMISSIONS, RankRule.UP_TO, NOW)
                      .deleteRole(actor(boss), own, heldBy(boss), "operator", MUST_NOT_BE_ASKED)))
          .isEqualTo(Refusal.OWN_LIMIT_STAYS);
    }

    private static Reason refusal(Outcome<?> outcome) {
      return ((Outcome.Refused<?>) outcome).reason();
    }
  }

  @Test
  void nobodyMovesPeopleAboveTheOwnRank() {
    Outcome<List<Move>> above = Outcome.refused(Refusal.MEMBER_ABOVE_RANK);
    assertThat(delete(ADMIN, WEEKEND, heldBy(member("dora", WEEKEND, DIRECTOR)), "operator"))
        .isEqualTo(above);
    assertThat(delete(actor(DIRECTOR), WEEKEND, heldBy(owner("olga", WEEKEND)), "operator"))
        .isEqualTo(above);
    assertThat(delete(theOwner(), WEEKEND, heldBy(owner("olga", WEEKEND)), "operator"))
        .isInstanceOf(Outcome.Done.class);
  }

  @Nested
  class TheLastManager {

    private Outcome<List<Move>> delete(String moveTo, Standing... holders) {
      return DeleteRoleTest.delete(ADMIN, FOREMAN, heldBy(holders), moveTo, NOBODY_ELSE_MANAGES);
    }

    @Test
    void isNotMovedToARoleThatDoesNotManage() {
      assertThat(delete("operator", member("ida", FOREMAN)))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
      assertThat(
              DeleteRoleTest.delete(
                  ADMIN,
                  FOREMAN,
                  heldBy(member("ida", FOREMAN)),
                  "operator",
                  SOMEBODY_ELSE_MANAGES))
          .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void mayMoveToARoleThatManages() {
      assertThat(delete("administrator", member("ida", FOREMAN))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void staysOneWhoHadThatRoleForATimeOnly() {
      Standing ida = member("ida", and(lasting(FOREMAN), until(ADMINISTRATOR, NEXT_WEEK)));
      assertThat(delete("administrator", ida))
          .isEqualTo(moved(ida, RoleAssignment.lasting(ADMINISTRATOR.id())));
    }

    @Test
    void isNotLostWhereNobodyManagedForGood() {
      assertThat(delete("operator", member("ida", List.of(until(FOREMAN, NEXT_WEEK)))))
          .isInstanceOf(Outcome.Done.class);
      assertThat(delete("operator", blocked("ida", FOREMAN))).isInstanceOf(Outcome.Done.class);
    }
  }
}
