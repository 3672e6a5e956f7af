// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import java.util.Optional;

/** One thing a realm must have. Looking is free of side effects; only the actions change. */
public interface SetUpStep {

  /** Why the realm cannot be set up at all as it is; then nothing is done. */
  default Optional<SetUpObstacle> obstacle() {
    return Optional.empty();
  }

  /** What is missing, in the order to make it; empty if all is there. */
  List<SetUpAction> missing();

  /** What set-up makes and is there, in the order to take it away. */
  List<SetUpAction> removable();
}
