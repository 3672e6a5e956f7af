// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

/** Why a change was refused: each feature has its own reasons. */
public interface Reason {

  /** The stable error code, as sent to REST clients. */
  String code();

  /** What kind of answer it deserves. */
  Kind kind();

  /** What kind of answer a refusal deserves. */
  enum Kind {
    INVALID,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    STALE,
    TOO_MANY,
    /** Something that is needed gives no answer; trying again may help. */
    UNAVAILABLE
  }
}
