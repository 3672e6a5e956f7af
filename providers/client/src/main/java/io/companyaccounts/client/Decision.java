// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its reason.
 *
 * @param reason why the answer is what it is
 * @param company the alias that was asked about, as it was given; null when none was given. It may
 *     come straight from a request: escape it where it is shown or logged
 * @param permission the permission that was asked about; empty when only membership was
 */
public record Decision(Reason reason, @Nullable String company, String permission) {

  /** Why something is allowed or denied. */
  public enum Reason {
    /** Allowed: the token says so. */
    GRANTED("granted"),

    /**
     * Denied: the token names no company. The person belongs to none, or the token was issued
     * without a scope {@code organization}.
     */
    NO_COMPANY("the token names no company"),

    /** Denied: the token names companies, but not this one. */
    NOT_A_MEMBER("not a member of this company"),

    /**
     * Denied: the token names the company without roles and permissions, because the scope {@code
     * company} was not requested or not granted. An administrator of the realm or the developer of
     * the application can help, the person's company cannot.
     */
    NOT_DESCRIBED("the token holds no permissions: scope company was not requested"),

    /** Denied: none of the person's roles in this company contains the permission. */
    PERMISSION_MISSING("no role in this company contains the permission"),

    /**
     * Denied: the person has the permission, but only up to an amount that is smaller. A colleague
     * with a higher limit can do it, and the company can change the limit.
     */
    ABOVE_LIMIT("the amount is above the limit of the person's roles"),

    /**
     * Denied: the person has the permission with a limit that cannot be read, which must not count
     * as none. An administrator of the realm can help, the person's company cannot.
     */
    LIMIT_UNREADABLE("the limit of the permission cannot be read");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /** The reason in English, for logs and developers; holds nothing that came from the token. */
    public String explanation() {
      return explanation;
    }
  }

  /** Refuses null for reason and permission. */
  public Decision {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(permission, "permission");
  }

  /** True only for {@link Reason#GRANTED}. */
  public boolean allowed() {
    return reason == Reason.GRANTED;
  }

  /** The opposite of {@link #allowed}, for guards that read better that way. */
  public boolean denied() {
    return !allowed();
  }
}
