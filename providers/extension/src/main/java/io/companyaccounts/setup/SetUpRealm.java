// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a realm to what the steps want, or back; a second run finds nothing to do. */
final class SetUpRealm {

  private final List<SetUpStep> steps;

  SetUpRealm(List<SetUpStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Makes what is missing. One obstacle anywhere, and nothing is made. */
  SetUpResult setUp(boolean dryRun) {
    List<SetUpObstacle> obstacles =
        steps.stream().map(SetUpStep::obstacle).flatMap(Optional::stream).toList();
    if (!obstacles.isEmpty()) {
      return new SetUpResult.Refused(obstacles);
    }
    List<SetUpChange> changes = new ArrayList<>();
    steps.forEach(step -> run(step.missing(), dryRun, changes));
    return new SetUpResult.Done(dryRun, changes);
  }

  /** Takes away what set-up makes, last things first. */
  SetUpResult.Done undo(boolean dryRun) {
    List<SetUpChange> changes = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      run(steps.get(i).removable(), dryRun, changes);
    }
    return new SetUpResult.Done(dryRun, changes);
  }

  private static void run(List<SetUpAction> actions, boolean dryRun, List<SetUpChange> changes) {
    for (SetUpAction action : actions) {
      if (!dryRun) {
        action.work().run();
      }
      changes.add(action.change());
    }
  }
}
