// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static io.companyaccounts.membership.SomeCompany.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.activity.ActivityActor;
import org.junit.jupiter.api.Test;

class ActorTest {

  @Test
  void aMemberMayWhatTheRolesPermit() {
    Actor lead = actor(TEAM_LEAD);
    assertThat(lead.isMember()).isTrue();
    assertThat(lead.may(Permission.ROLES_ASSIGN)).isTrue();
    assertThat(lead.may(Permission.MEMBERS_MANAGE)).isFalse();
    assertThat(lead.reaches(60, RankRule.UP_TO)).isTrue();
    assertThat(lead.reaches(60, RankRule.BELOW)).isFalse();
    assertThat(lead.reaches(61, RankRule.UP_TO)).isFalse();
  }

  @Test
  void whatIsLentDoesNotReachForGood() {
    Actor deputy = actor(member("ida", and(lasting(OPERATOR), until(ADMINISTRATOR, NEXT_WEEK))));
    assertThat(deputy.reaches(90, RankRule.UP_TO)).isTrue();
    assertThat(deputy.reachesForGood(90, RankRule.UP_TO)).isFalse();
    assertThat(deputy.reachesForGood(20, RankRule.UP_TO)).isTrue();
    assertThat(deputy.reachesForGood(20, RankRule.BELOW)).isFalse();
  }

  @Test
  void theOwnerReachesEverybodyUnderEitherRule() {
    for (RankRule rule : RankRule.values()) {
      assertThat(theOwner().reaches(Standing.OWNER_RANK, rule)).isTrue();
      assertThat(theOwner().reachesForGood(Standing.OWNER_RANK, rule)).isTrue();
    }
  }

  @Test
  void noRoleReachesTheOwner() {
    CompanyRole highest = predefined("highest", Integer.MAX_VALUE, Permission.ROLES_ASSIGN);
    assertThat(highest.rank()).isLessThan(Standing.OWNER_RANK);
    assertThat(RankRule.UP_TO.reaches(highest.rank(), Standing.OWNER_RANK)).isFalse();
  }

  @Test
  void theCompanysLimitsDoNotBindRealmAdminAndServer() {
    for (Actor actor : new Actor[] {realmAdmin(), Actor.system()}) {
      assertThat(actor.isMember()).isFalse();
      assertThat(actor.may(Permission.MEMBERS_MANAGE)).isTrue();
      assertThat(actor.reaches(Standing.OWNER_RANK, RankRule.BELOW)).isTrue();
      assertThat(actor.reachesForGood(Standing.OWNER_RANK, RankRule.BELOW)).isTrue();
    }
  }

  @Test
  void aRealmAdminIsKnownByIdAndTheServerByNone() {
    ActivityActor trace =
        new ActivityActor(ActivityActor.Kind.REALM_ADMIN, "rita", "master", null, null);
    assertThat(Actor.realmAdmin(trace).userId()).isEqualTo("rita");
    assertThat(realmAdmin().userId()).isEmpty();
    assertThat(Actor.system(trace).userId()).isEmpty();
  }

  @Test
  void anOutsiderHasNoSay() {
    Actor outsider = Actor.outsider("udo", ActivityActor.system());
    assertThat(Permission.OWN).noneMatch(outsider::may);
    assertThat(outsider.reaches(1, RankRule.UP_TO)).isFalse();
  }

  @Test
  void onlyAMemberIsThePersonOfAStanding() {
    assertThat(actor(OPERATOR).is(member("boss"))).isTrue();
    assertThat(actor(OPERATOR).is(member("ida"))).isFalse();
    assertThat(realmAdmin().is(member(""))).isFalse();
  }
}
