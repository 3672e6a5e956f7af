// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

/** What happens to addresses of a certain kind, from mild to strict. */
public enum Treatment {
  ALLOW,
  /** The company may have one member only. */
  SINGLE_SEAT,
  REFUSE
}
