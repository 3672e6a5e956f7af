// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import org.jspecify.annotations.Nullable;

/**
 * Whose address is looked at, and why.
 *
 * @param email as it was given; null if there is none
 * @param firstName may be null
 * @param lastName may be null
 * @param occasion why it is asked
 * @param userId the account, if it has one: it is not counted as somebody else
 */
public record Candidate(
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    Occasion occasion,
    @Nullable String userId) {

  /** Why an address is looked at. */
  public enum Occasion {
    /** Somebody shall be invited; names may be missing yet. */
    INVITE,
    /** An invitation is about to be accepted: other open ones take no place away. */
    ACCEPT,
    /** Somebody is about to become a member. */
    JOIN,
    /** A member changes the address or the name. */
    CHANGE,
    /** A member signs in or gets a token: only what the address itself tells is looked at. */
    PRESENT
  }

  /** An address that shall be invited. */
  public static Candidate invited(
      String email, @Nullable String firstName, @Nullable String lastName) {
    return new Candidate(email, firstName, lastName, Occasion.INVITE, null);
  }

  /**
   * An address whose invitation is looked at.
   *
   * @param userId the account that accepts, if it is known yet
   */
  public static Candidate accepting(
      String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String userId) {
    return new Candidate(email, firstName, lastName, Occasion.ACCEPT, userId);
  }

  /** Whether names may be given later. */
  boolean mayLackNames() {
    return occasion == Occasion.INVITE || occasion == Occasion.ACCEPT;
  }

  boolean isNewcomer() {
    return mayLackNames() || occasion == Occasion.JOIN;
  }
}
