// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NameOwnerTest {

  private static Outcome<Standing> clear(
      Actor actor, Standing owner, BooleanSupplier othersManage) {
    return NameOwner.clear(actor, owner, ROLES, NOW, othersManage);
  }

  @Test
  void aRealmAdminNamesAMember() {
    Standing member = member("ida", OPERATOR);
    assertThat(NameOwner.name(realmAdmin(), member)).isEqualTo(Outcome.done(member));
    assertThat(NameOwner.name(Actor.system(), member)).isEqualTo(Outcome.done(member));
  }

  @Test
  void nobodyInTheCompanyNamesAnOwnerOrClearsIt() {
    Outcome<Standing> refused = Outcome.refused(Refusal.NOT_PERMITTED);
    for (Actor actor : List.of(actor(DIRECTOR), theOwner())) {
      assertThat(NameOwner.name(actor, member("ida"))).isEqualTo(refused);
      assertThat(clear(actor, owner("olga"), MUST_NOT_BE_ASKED)).isEqualTo(refused);
    }
  }

  @Test
  void aBlockedMemberIsNoOwner() {
    assertThat(NameOwner.name(realmAdmin(), blocked("ida")))
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
