// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NameOwnerTest {

  private static final MembershipRules RULES =
      new MembershipRules(ROLES, PERMISSIONS, RankRule.UP_TO, NOW);

  private static Outcome<Standing> clear(
      Actor actor, Standing owner, BooleanSupplier othersManage) {
    return RULES.clearOwner(actor, owner, othersManage);
  }

  @Test
  void aRealmAdminNamesAMember() {
    Standing member = member("ida", OPERATOR);
    assertThat(RULES.nameOwner(realmAdmin(), member)).isEqualTo(Outcome.done(member));
    assertThat(RULES.nameOwner(Actor.system(), member)).isEqualTo(Outcome.done(member));
  }

  @Test
  void nobodyInTheCompanyNamesAnOwnerOrClearsIt() {
    Outcome<Standing> refused = Outcome.refused(Refusal.NOT_PERMITTED);
    for (Actor actor : List.of(actor(DIRECTOR), theOwner())) {
      assertThat(RULES.nameOwner(actor, member("ida"))).isEqualTo(refused);
      assertThat(clear(actor, owner("olga"), MUST_NOT_BE_ASKED)).isEqualTo(refused);
    }
  }

  @Test
  void aBlockedMemberIsNoOwner() {
    assertThat(RULES.nameOwner(realmAdmin(), blocked("ida")))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_BLOCKED));
  }

  @Test
  void aCompanyMayBeLeftWithoutAnOwnerIfSomebodyElseManages() {
    Standing owner = owner("olga", OPERATOR);
    assertThat(clear(realmAdmin(), owner, SOMEBODY_ELSE_MANAGES)).isEqualTo(Outcome.done(owner));
    assertThat(clear(realmAdmin(), owner, NOBODY_ELSE_MANAGES))
        .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
  }

  @Test
  void aFormerOwnerWhoStillManagesByRoleIsEnough() {
    Standing owner = owner("olga", ADMINISTRATOR);
    assertThat(clear(realmAdmin(), owner, MUST_NOT_BE_ASKED)).isEqualTo(Outcome.done(owner));
  }
}
