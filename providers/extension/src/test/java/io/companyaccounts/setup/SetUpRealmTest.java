// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetUpRealmTest {

  private final List<String> realm = new ArrayList<>();

  @Test
  void whatIsMissingIsMadeInTheOrderOfTheSteps() {
    SetUpResult result = plan(step("client", "role"), step("scope")).setUp(false);

    assertThat(realm).containsExactly("client", "role", "scope");
    assertThat(names(result)).containsExactly("client", "role", "scope");
  }

  @Test
  void whatIsThereIsLeftAlone() {
    realm.add("client");

    SetUpResult result = plan(step("client", "role")).setUp(false);

    assertThat(names(result)).containsExactly("role");
  }

  @Test
  void aSecondRunFindsNothingToDo() {
    SetUpRealm plan = plan(step("client", "role"), step("scope"));
    plan.setUp(false);

    assertThat(names(plan.setUp(false))).isEmpty();
  }

  @Test
  void aDryRunTellsTheSameAndMakesNothing() {
    SetUpResult result = plan(step("client", "role"), step("scope")).setUp(true);

    assertThat(names(result)).containsExactly("client", "role", "scope");
    assertThat(((SetUpResult.Done) result).dryRun()).isTrue();
    assertThat(realm).isEmpty();
  }

  @Test
  void oneObstacleInTheLastStepAndNothingIsMade() {
    SetUpResult result = plan(step("client"), blocked("organizations_disabled")).setUp(false);

    assertThat(result).isInstanceOf(SetUpResult.Refused.class);
    assertThat(((SetUpResult.Refused) result).obstacles())
        .extracting(SetUpObstacle::code)
        .containsExactly("organizations_disabled");
    assertThat(realm).isEmpty();
  }

  @Test
  void anUndoGoesTheOtherWayRoundAndLeavesWhatIsNotOfTheSetUp() {
    realm.add("yours");
    SetUpRealm plan = plan(step("client", "role"), step("scope"));
    plan.setUp(false);

    SetUpResult.Done undone = plan.undo(false);

    assertThat(names(undone)).containsExactly("scope", "client", "role");
    assertThat(realm).containsExactly("yours");
    assertThat(names(plan.undo(false))).isEmpty();
  }

  @Test
  void anUndoCanBeToldToo() {
    SetUpRealm plan = plan(step("client"));
    plan.setUp(false);

    assertThat(names(plan.undo(true))).containsExactly("client");
    assertThat(realm).containsExactly("client");
  }

  @Test
  void anUndoIsPossibleWhereASetUpIsNot() {
    realm.add("client");

    assertThat(names(plan(step("client"), blocked("organizations_disabled")).undo(false)))
        .containsExactly("client");
  }

  private static SetUpRealm plan(SetUpStep... steps) {
    return new SetUpRealm(List.of(steps));
  }

  private static List<String> names(SetUpResult result) {
    return ((SetUpResult.Done) result).changes().stream().map(SetUpChange::name).toList();
  }

  /** Wants some names in a list that stands for the realm. */
  private SetUpStep step(String... wanted) {
    return new SetUpStep() {
      @Override
      public List<SetUpAction> missing() {
        return List.of(wanted).stream()
            .filter(name -> !realm.contains(name))
            .map(name -> SetUpAction.of("thing", name, "Add " + name, () -> realm.add(name)))
            .toList();
      }

      @Override
      public List<SetUpAction> removable() {
        return List.of(wanted).stream()
            .filter(realm::contains)
            .map(name -> SetUpAction.of("thing", name, "Remove " + name, () -> realm.remove(name)))
            .toList();
      }
    };
  }

  private static SetUpStep blocked(String code) {
    return new SetUpStep() {
      @Override
      public Optional<SetUpObstacle> obstacle() {
        return Optional.of(new SetUpObstacle(code, "Do something first."));
      }

      @Override
      public List<SetUpAction> missing() {
        return List.of();
      }

      @Override
      public List<SetUpAction> removable() {
        return List.of();
      }
    };
  }
}
