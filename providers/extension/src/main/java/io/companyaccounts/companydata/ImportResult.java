// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import java.util.List;

/** What became of an import. */
public sealed interface ImportResult {

  /**
   * @param dryRun whether the changes were only tried, and taken back
   * @param organizations those of the file that were not as it says
   */
  record Imported(boolean dryRun, List<ImportedOrganization> organizations)
      implements ImportResult {
    public Imported {
      organizations = List.copyOf(organizations);
    }

    /** How many changes there were in all. */
    public int changes() {
      return organizations.stream().mapToInt(ImportedOrganization::changes).sum();
    }
  }

  /**
   * Nothing of the file was imported.
   *
   * @param errors the first of them
   * @param total how many there are
   */
  record Refused(List<ItemError> errors, int total) implements ImportResult {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
