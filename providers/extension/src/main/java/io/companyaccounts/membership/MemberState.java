// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

/** Whether a person takes part in a company. */
public enum MemberState {
  /** A native member of the organization. */
  ACTIVE,
  /** Shut out by the company: no native membership, no claims; roles are kept for the return. */
  BLOCKED
}
