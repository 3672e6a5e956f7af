// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;

/** What became of a set-up or its undo. */
public sealed interface SetUpResult {

  /**
   * @param dryRun whether the changes were only told, not made
   * @param changes empty if there was nothing to do
   */
  record Done(boolean dryRun, List<SetUpChange> changes) implements SetUpResult {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /** Nothing was changed. */
  record Refused(List<SetUpObstacle> obstacles) implements SetUpResult {
    public Refused {
      obstacles = List.copyOf(obstacles);
    }
  }
}
