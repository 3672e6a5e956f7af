// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.Optional;

/** How far up a company admin reaches: realm or organization attribute {@value #KEY}. */
public enum RankRule {
  /** People and roles up to and including the own rank. */
  UP_TO("up-to"),
  /** Only people and roles below the own rank; the owner still reaches everybody. */
  BELOW("below");

  /** Name of the attribute; the organization's beats the realm's, else {@link #UP_TO}. */
  public static final String KEY = "company.rankRule";

  private final String text;

  RankRule(String text) {
    this.text = text;
  }

  /** Reads the attribute's value; empty for anything but {@code up-to} and {@code below}. */
  public static Optional<RankRule> parse(String value) {
    for (RankRule rule : values()) {
      if (rule.text.equals(value)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** Whether somebody of {@code own} rank reaches {@code other}. */
  public boolean reaches(int own, int other) {
    return this == UP_TO ? other <= own : other < own;
  }

  public String text() {
    return text;
  }
}
