// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

/**
 * What an import changed in one organization.
 *
 * @param alias the organization
 * @param rolesCreated roles of the company that were made
 * @param rolesChanged roles of the company that were changed
 * @param membersChanged members whose roles were changed
 * @param blocked members who were blocked
 * @param unblocked members who were let in again
 * @param ownerChanged whether the owner was named, or the company left without one
 */
public record ImportedOrganization(
    String alias,
    int rolesCreated,
    int rolesChanged,
    int membersChanged,
    int blocked,
    int unblocked,
    boolean ownerChanged) {

  /** How many changes these are. */
  public int changes() {
    return rolesCreated
        + rolesChanged
        + membersChanged
        + blocked
        + unblocked
        + (ownerChanged ? 1 : 0);
  }
}
