// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.membership.RandomCompanies.Attempt;
import io.companyaccounts.membership.RandomCompanies.Setting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Lets the people of random companies try random changes, one after another, and looks after each
 * whether anybody got further than ranks and limits allow. Nobody from outside helps: no realm
 * admin, no server.
 */
class NobodyRisesTest {

  private static final int DAYS = 20;

  @Provide
  Arbitrary<Setting> settings() {
    return RandomCompanies.settings();
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    return RandomCompanies.attempts();
  }

  @Property
  void whateverPeopleTryRanksHoldAndTheOwnerAndAManagerStay(
      @ForAll("settings") Setting setting, @ForAll("attempts") List<Attempt> attempts) {
    CompanyInMemory company = setting.company();
    for (Attempt attempt : attempts) {
      company.now = company.now.plus(Duration.ofDays(attempt.days()));
      List<Outlook> before = Outlook.of(company);
      Actor actor = company.actor(attempt.actor());

      attempt.at(company);

      List<Outlook> after = Outlook.of(company);
      for (int i = 0; i < before.size(); i++) {
        ownerAndWhoeverIsAboveIsLeftAlone(company, actor, before.get(i), after.get(i));
        if (!actor.owner()) {
          nothingIsGainedAboveTheActor(company, actor, before.get(i), after.get(i));
          nothingIsGainedAboveTheActorsLimits(actor, before.get(i), after.get(i));
        }
      }
      boolean managed = before.stream().anyMatch(Outlook::manages);
      assertThat(!managed || after.stream().anyMatch(Outlook::manages))
          .as("somebody still manages")
          .isTrue();
    }
  }

  /** Where one person stands today and on each later day on which anything can change. */
  private record Outlook(List<Standing> days) {

    static List<Outlook> of(CompanyInMemory company) {
      return RandomCompanies.PEOPLE.stream().map(userId -> of(company, userId)).toList();
    }

    private static Outlook of(CompanyInMemory company, String userId) {
      return new Outlook(
          IntStream.rangeClosed(0, DAYS)
              .mapToObj(day -> company.at(userId, company.now.plus(Duration.ofDays(day))))
              .toList());
    }

    Standing today() {
      return days.get(0);
    }

    boolean manages() {
      return days.stream().allMatch(day -> day.may(Permission.MEMBERS_MANAGE));
    }
  }

  private static void ownerAndWhoeverIsAboveIsLeftAlone(
      CompanyInMemory company, Actor actor, Outlook before, Outlook after) {
    Standing was = before.today();
    Standing is = after.today();
    assertThat(is.owner()).as("%s owns", is.userId()).isEqualTo(was.owner());
    if (!actor.reaches(was.rank(), company.rankRule)) {
      assertThat(is.assignments()).as("roles of %s", is.userId()).isEqualTo(was.assignments());
      assertThat(is.state()).as("state of %s", is.userId()).isEqualTo(was.state());
    }
  }

  /** What somebody gains is in the actor's reach; for the actor, in what stays of it. */
  private static void nothingIsGainedAboveTheActor(
      CompanyInMemory company, Actor actor, Outlook before, Outlook after) {
    int reach = actor.is(after.today()) ? actor.lastingRank() : actor.rank();
    for (int day = 0; day <= DAYS; day++) {
      Standing was = before.days().get(day);
      Standing is = after.days().get(day);
      if (is.rank() > was.rank()) {
        assertThat(company.rankRule.reaches(reach, is.rank()))
            .as("%s gives %s the rank %s in %s days", actor, is.userId(), is.rank(), day)
            .isTrue();
      }
      if (is.state() == was.state()) {
        Set<Permission> gained = new HashSet<>(is.permissions());
        gained.removeAll(was.permissions());
        for (Permission permission : gained) {
          assertThat(company.rankRule.reaches(reach, lowestRank(company, permission)))
              .as("%s gives %s %s in %s days", actor, is.userId(), permission, day)
              .isTrue();
        }
      }
    }
  }

  /** Whoever is limited gives nobody more, and stays as limited as before. */
  private static void nothingIsGainedAboveTheActorsLimits(
      Actor actor, Outlook before, Outlook after) {
    for (int day = 0; day <= DAYS; day++) {
      Standing was = before.days().get(day);
      Standing is = after.days().get(day);
      for (Permission permission : RandomCompanies.LIMITED) {
        long own = actor.limits().now().getOrDefault(permission, Long.MAX_VALUE);
        if (is.state() == was.state() && amount(is, permission) > amount(was, permission)) {
          assertThat(amount(is, permission))
              .as("%s gives %s %s in %s days", actor, is.userId(), permission, day)
              .isLessThanOrEqualTo(own);
        }
        if (actor.is(is) && is.state() == was.state() && was.limit(permission).isPresent()) {
          assertThat(is.limit(permission).orElse(Long.MAX_VALUE))
              .as("limit of %s for %s in %s days", actor, permission, day)
              .isLessThanOrEqualTo(was.limit(permission).getAsLong());
        }
      }
    }
  }

  /** Up to which amount somebody may do this; -1 if not at all. */
  private static long amount(Standing standing, Permission permission) {
    return standing.may(permission) ? standing.limit(permission).orElse(Long.MAX_VALUE) : -1;
  }

  private static int lowestRank(CompanyInMemory company, Permission permission) {
    return company.roles().all().stream()
        .filter(role -> !role.isCustom() && role.permits(permission))
        .mapToInt(CompanyRole::rank)
        .min()
        .orElse(0);
  }
}
