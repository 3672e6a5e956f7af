// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

/** Whether people with other addresses can be members. */
public enum Externals {
  /** By invitation, with a role for externals. */
  INVITED_ONLY,
  NONE
}
