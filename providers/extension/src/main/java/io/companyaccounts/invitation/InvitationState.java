// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

/** Where an invitation stands. Only an open one can be accepted. */
public enum InvitationState {
  OPEN,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN
}
