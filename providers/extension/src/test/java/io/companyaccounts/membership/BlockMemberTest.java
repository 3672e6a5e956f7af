// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockMemberTest {

  private static final Actor ADMIN = actor(ADMINISTRATOR);
  private static final MembershipRules RULE =
      new MembershipRules(ROLES, PERMISSIONS, RankRule.UP_TO, NOW);

  private static final Outcome<Standing> NOT_PERMITTED =
      Outcome.refused(Refusal.NOT_PERMITTED, "permission", "company:members.manage");

  @Test
  void anAdministratorBlocksAndUnblocks() {
    Standing active = member("ida", OPERATOR);
    Standing shutOut = blocked("ida", OPERATOR);
    assertThat(RULE.block(ADMIN, active, MUST_NOT_BE_ASKED)).isEqualTo(Outcome.done(active));
    assertThat(RULE.unblock(ADMIN, shutOut)).isEqualTo(Outcome.done(shutOut));
  }

  @Test
  void whoMayNotManageMembersIsRefused() {
    assertThat(RULE.block(actor(TEAM_LEAD), member("ida"), MUST_NOT_BE_ASKED))
        .isEqualTo(NOT_PERMITTED);
    assertThat(RULE.unblock(actor(TEAM_LEAD), blocked("ida"))).isEqualTo(NOT_PERMITTED);
  }

  @Test
  void whoIsBlockedCannotUnblockAnybody() {
    Standing self = blocked("boss", DIRECTOR);
    assertThat(RULE.unblock(actor(self), self)).isEqualTo(NOT_PERMITTED);
  }

  @Test
  void nobodyBlocksOrUnblocksSomebodyAboveTheOwnRank() {
    assertThat(RULE.block(ADMIN, member("dora", DIRECTOR), MUST_NOT_BE_ASKED))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
    assertThat(RULE.unblock(ADMIN, blocked("dora", DIRECTOR)))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
  }

  @Test
  void equalsCannotBlockEachOtherWhereTheRuleIsBelow() {
    assertThat(
            new BlockMember(ROLES, RankRule.BELOW, NOW)
                .block(ADMIN, member("ada", ADMINISTRATOR), MUST_NOT_BE_ASKED))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
  }

  @Test
  void nobodyBlocksTheOwner() {
    Outcome<Standing> refused = Outcome.refused(Refusal.OWNER_PROTECTED);
    assertThat(RULE.block(actor(DIRECTOR), owner("olga"), MUST_NOT_BE_ASKED))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_ABOVE_RANK));
    assertThat(RULE.block(realmAdmin(), owner("olga"), MUST_NOT_BE_ASKED)).isEqualTo(refused);
    assertThat(RULE.block(Actor.system(), owner("olga"), MUST_NOT_BE_ASKED)).isEqualTo(refused);
    assertThat(RULE.block(theOwner(), owner("olga"), MUST_NOT_BE_ASKED)).isEqualTo(refused);
  }

  @Test
  void whoIsBlockedIsNotBlockedAgain() {
    assertThat(RULE.block(ADMIN, blocked("ida"), MUST_NOT_BE_ASKED))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_BLOCKED));
  }

  @Test
  void whoIsActiveIsNotUnblocked() {
    assertThat(RULE.unblock(ADMIN, member("ida")))
        .isEqualTo(Outcome.refused(Refusal.MEMBER_NOT_BLOCKED));
  }

  @Test
  void theLastManagerIsNotBlocked() {
    Standing last = member("ada", ADMINISTRATOR);
    for (Actor actor : List.of(ADMIN, actor(last), realmAdmin(), Actor.system())) {
      assertThat(RULE.block(actor, last, NOBODY_ELSE_MANAGES))
          .isEqualTo(Outcome.refused(Refusal.LAST_MANAGER));
    }
    assertThat(RULE.block(ADMIN, last, SOMEBODY_ELSE_MANAGES)).isEqualTo(Outcome.done(last));
  }

  @Test
  void onlyRealmAdminsAndDataOfTheServerKeepOutSomebodyWhoIsNoMember() {
    assertThat(RULE.keepOut(theOwner(), "udo")).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
    assertThat(RULE.keepOut(realmAdmin(), "udo")).isEqualTo(Outcome.done("udo"));
    assertThat(RULE.keepOut(Actor.system(), "udo")).isEqualTo(Outcome.done("udo"));
  }
}
