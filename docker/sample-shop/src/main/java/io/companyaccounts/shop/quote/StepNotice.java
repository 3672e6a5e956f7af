// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.quote;

import io.companyaccounts.client.Decision;
import io.companyaccounts.client.Redemption;
import io.companyaccounts.client.StepHint;
import io.companyaccounts.shop.access.AskForProof.Why;

/**
 * What is said on the quote when a step ended without an order; each has its text below {@code
 * done.}.
 */
public enum StepNotice {
  CANCELLED("step-cancelled"),
  NOT_ASKED("step-not-asked"),
  NOT_PROVEN("step-not-proven"),
  OTHER("step-other"),
  EXPIRED("step-expired"),
  USED("step-used"),
  ENDED("step-ended"),
  NOT_USED_UP("step-not-used-up"),
  FAILED("step-failed"),
  UNREACHABLE("step-unreachable"),
  OTHER_PERSON("step-other-person"),
  ABOVE_LIMIT("step-above-limit"),
  TOO_LATE("too-late");

  private final String key;

  StepNotice(String key) {
    this.key = key;
  }

  /** The end of the message key. */
  public String key() {
    return key;
  }

  static StepNotice of(Why why) {
    return switch (why) {
      case FAILED -> FAILED;
      case UNREACHABLE -> UNREACHABLE;
      case OTHER_PERSON -> OTHER_PERSON;
    };
  }

  static StepNotice of(OrderStep.Unproven unproven, StepHint hint) {
    return switch (unproven.reason()) {
      case EXPIRED -> EXPIRED;
      case NONE -> hint == StepHint.ERROR ? NOT_ASKED : NOT_PROVEN;
      case UNREADABLE, VALID -> NOT_ASKED;
      case OTHER_CLIENT, OTHER_ORGANIZATION, OTHER_OPERATION, OTHER_REFERENCE -> OTHER;
    };
  }

  static StepNotice of(Redemption redemption) {
    if (redemption instanceof Redemption.AlreadyRedeemed) {
      return USED;
    }
    return redemption instanceof Redemption.Unavailable ? NOT_USED_UP : ENDED;
  }

  /** Whether a refusal has its place on the quote; others have a page of their own. */
  static boolean isLimit(Decision decision) {
    return decision.reason() == Decision.Reason.ABOVE_LIMIT;
  }
}
