// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import java.util.List;
import org.keycloak.provider.Provider;

/**
 * What one feature needs in the realm of the session's context, and what it finds odd there. The
 * provider {@value DefaultSetupProviderFactory#ID} comes first, the others in the order of their
 * ids.
 */
public interface SetupProvider extends Provider {

  /** What it needs, in the order to make it; undone the other way round. */
  List<SetUpStep> steps();

  /**
   * What is odd, beyond steps that are missing. Reads only, and stays cheap in a realm with a
   * million people: bounded queries, no loops over users or organizations.
   */
  List<Finding> findings();

  /** What an undo leaves where it is, in words for an administrator. */
  List<String> remains();

  @Override
  default void close() {}
}
